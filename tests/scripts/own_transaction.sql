-- Wrapped whole in a transaction of its own, with everything else that a hand-written file holds.

BEGIN ISOLATION LEVEL REPEATABLE READ;

SET LOCAL search_path = public;
CREATE TABLE t (id int PRIMARY KEY, level text DEFAULT current_setting('transaction_isolation'));
SAVEPOINT before_rows;
COPY t (id) FROM stdin;
1
2
\.
ROLLBACK TO SAVEPOINT before_rows;
COPY t (id) FROM stdin;
3
4
\.
RELEASE before_rows;
LOCK TABLE t;
PREPARE add(int) AS INSERT INTO t VALUES ($1);
EXECUTE add(5);
DEALLOCATE add;
DECLARE c CURSOR FOR SELECT id FROM t;
FETCH 2 FROM c;
CLOSE c;
CREATE TEMP TABLE scratch ON COMMIT DROP AS SELECT 6 AS id;
INSERT INTO t SELECT id FROM scratch;

COMMIT;
