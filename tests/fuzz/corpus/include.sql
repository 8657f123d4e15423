\ir b
\i b;
select :a;
