\ir more/first_row.sql
COPY doctor FROM stdin;
2	Ben	2;a
3	Cleo	\N
\.
\ir more/first_row.sql
