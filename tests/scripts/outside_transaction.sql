-- Statements that PostgreSQL refuses in a transaction: the whole file runs statement by statement.

CREATE TABLE reading (id int PRIMARY KEY, value text);
COPY reading FROM stdin WITH (FORMAT csv);
1,"a; b"
2,c
\.
CREATE INDEX CONCURRENTLY reading_value ON reading (value);
VACUUM (ANALYZE) reading;
BEGIN;
INSERT INTO reading VALUES (3, 'in its own transaction');
COMMIT;
REINDEX TABLE CONCURRENTLY reading;
COPY reading FROM stdin;
4	last
\.
