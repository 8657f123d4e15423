drop view daily_event_counts;
drop table analytics_events;
drop type analytics_source;
