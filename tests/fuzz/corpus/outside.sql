drop index concurrently i;
vacuum t;
alter table p detach partition q concurrently;
