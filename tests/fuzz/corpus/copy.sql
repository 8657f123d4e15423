copy t (a, b) from stdin with (format csv);
1,"a
b"
2,c
\.
select 1;
copy u from stdin;
\.
copy v from stdin;
1	x