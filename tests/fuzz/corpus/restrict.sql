\restrict abc
select 1;
\unrestrict abc
