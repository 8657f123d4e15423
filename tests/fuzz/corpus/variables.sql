\set name 'it''s' \'
\echo :name :a
select :'name', :"name", :a::int, x[1:2], :undefined, ':a';
:s
\unset name
