-- psql variables, set here and from outside: psql -v clinic=…, runner --set clinic=….

\set ON_ERROR_STOP on
\set table visit
\set greeting 'it''s a "quote"; \\ and a tab\t.'
\set both :table _ :table
\set empty
\set first_number 7

CREATE TABLE :"table" (id int DEFAULT :first_number, clinic text, "said :table" text, span int[]);
INSERT INTO :table VALUES (:first_number, :'clinic', :'greeting', '{1,2,3}'), (:first_number + 1, 'a:clinic', ':''clinic''', NULL);
INSERT INTO :table (id, clinic) VALUES (1::int, :'empty'), (2, $$:clinic :'clinic'$$), (3, E':clinic \' :clinic') /* :clinic */;
INSERT INTO :table SELECT (span[1:2])[2], :'both' FROM :table WHERE span IS NOT NULL; -- :clinic
\echo :greeting 'and' :'table' done
\set clinic changed
INSERT INTO :table (id, clinic) VALUES (4, :'clinic');
\unset clinic
INSERT INTO visit (id, clinic) SELECT 5, string_agg(x, ',') FROM (VALUES ('a'), ('b')) AS v(x);
CREATE FUNCTION shifted(x int) RETURNS int LANGUAGE plpgsql AS $$ DECLARE y int := x; BEGIN y := y + 1; RETURN y; END $$;
UPDATE :table SET id = shifted(id) WHERE id < :first_number;
