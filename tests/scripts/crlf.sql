-- With the line ends of Windows.
CREATE TABLE t (id int, note text);
COPY t FROM stdin;
1	a
2	\N
\.
\set note 'no carriage return'
INSERT INTO t VALUES (3, :'note');
COPY t FROM stdin (FORMAT csv);
4,b
\.
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
