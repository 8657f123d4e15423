-- Routines: every way to quote a body, and bodies of standard SQL with semicolons of their own.

CREATE TABLE visit (
    id integer PRIMARY KEY,
    kind text NOT NULL,
    minutes integer,
    note text
);

CREATE FUNCTION price_of(kind text, minutes integer DEFAULT 15) RETURNS numeric
    LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN kind = 'video' THEN CASE WHEN minutes > 30 THEN 90.00 ELSE 45.00 END
        WHEN kind = 'phone' THEN 30.00
        ELSE 0
    END;
END;

CREATE OR REPLACE PROCEDURE add_visit(number integer, kind text, minutes integer)
    LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO visit (id, kind, minutes) VALUES (number, kind, minutes);
    UPDATE visit SET note = CASE kind WHEN 'video' THEN 'end; of case' END WHERE visit.id = number;
END;

CREATE FUNCTION ended(v visit) RETURNS boolean LANGUAGE sql RETURN (v).minutes IS NOT NULL;

CREATE FUNCTION nothing_at_all() RETURNS void LANGUAGE sql BEGIN ATOMIC END;

CREATE FUNCTION count_up(upto int) RETURNS SETOF integer LANGUAGE plpgsql AS $body$
DECLARE
    i integer := 0;  -- begin; end;
    s text := $$a ; string ' in dollars$$;
BEGIN
    <<outer_loop>>
    LOOP
        i := i + 1;
        EXIT outer_loop WHEN i > upto;
        CASE WHEN i % 2 = 0 THEN RETURN NEXT i; ELSE NULL; END CASE;
    END LOOP;
    EXECUTE $q$SELECT ';' || $1 || $x$ '$x$ $q$ INTO s USING s;
EXCEPTION WHEN division_by_zero THEN
    RAISE NOTICE 'never; %', i;
END;
$body$;

CREATE FUNCTION old_style(text) RETURNS text LANGUAGE plpgsql AS '
BEGIN
    -- it''s a body; in plain quotes
    RETURN ''<'' || $1 || ''>\n'';
END;
';

CREATE FUNCTION escaped_style(text) RETURNS text LANGUAGE sql AS E'SELECT E\'it\\\'s; \' || $1 || E\'\\n\'';

CREATE FUNCTION "Odd ""name"";"("an arg;" text) RETURNS text LANGUAGE sql AS $größe_1$
    SELECT "an arg;" || $$ $größe_2$ $$ || ':name :''name'' \not a command';
$größe_1$;

CREATE FUNCTION longer_of(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN length(b) > length(a) THEN b ELSE a END;

CREATE AGGREGATE longest(text) (
    SFUNC = longer_of,  -- a comment; with a semicolon
    STYPE = text,
    INITCOND = ''
) /* and /* a nested one; */ */ ;

CREATE OPERATOR <-@-> (FUNCTION = longer_of, LEFTARG = text, RIGHTARG = text);

CREATE PROCEDURE swap(INOUT a int, INOUT b int) LANGUAGE plpgsql AS $$BEGIN SELECT b, a INTO a, b; END$$;

DO LANGUAGE plpgsql $do$
BEGIN
    FOR n IN 1..3 LOOP
        CALL add_visit(n, CASE n WHEN 1 THEN 'video' ELSE 'phone' END, n * 10);
    END LOOP;
END
$do$;
CALL add_visit(4, 'in person', NULL);CALL add_visit(5,'video',45);;
INSERT INTO visit SELECT 10 + n, 'counted', n, price_of('video', n)::text FROM count_up(6) AS t(n);
INSERT INTO visit SELECT 20, longest(kind), 20, 'a' <-@-> 'bb' FROM visit;
INSERT INTO visit VALUES (30, old_style('x'), 1, escaped_style('y')), (31, "Odd ""name"";"('z'), 2, NULL)
