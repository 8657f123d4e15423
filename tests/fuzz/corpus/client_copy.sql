\copy t (a) from 'rows; it''s.csv' csv header;
\copy t from stdin
1
2
\.
select 1;
