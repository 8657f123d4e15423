-- What happens in the web and mobile applications, for reports on conversion and drop-out.

create type analytics_source as enum ('web', 'ios', 'android', 'server');

create table analytics_events (
  id          uuid             primary key default gen_random_uuid(),
  name        text             not null,
  source      analytics_source not null,
  session_id  uuid,
  patient_id  uuid             references patients on delete set null,
  properties  jsonb            not null default '{}',
  occurred_at timestamptz      not null,
  received_at timestamptz      not null default now(),

  constraint analytics_events_name_is_snake_case
    check (name ~ '^[a-z][a-z0-9_]*$'),
  constraint analytics_events_properties_is_object
    check (jsonb_typeof(properties) = 'object'),
  constraint analytics_events_client_has_session
    check (source = 'server' or session_id is not null)
);

-- Rows arrive nearly in the order of occurred_at, which is what BRIN wants.
create index analytics_events_occurred_at_idx on analytics_events using brin (occurred_at);
create index analytics_events_name_idx on analytics_events (name, occurred_at desc);
create index analytics_events_session_idx on analytics_events (session_id, occurred_at)
  where session_id is not null;
create index analytics_events_patient_idx on analytics_events (patient_id, occurred_at desc)
  where patient_id is not null;

comment on table analytics_events is
  'Product events. Append-only; no health information belongs in properties.';
comment on column analytics_events.id is
  'Given by the client, so that sending an event again stores it once.';
comment on column analytics_events.patient_id is
  'Null before sign-in, and after the patient was deleted.';
comment on column analytics_events.occurred_at is
  'The client''s clock; received_at is ours.';

create view daily_event_counts as
select (occurred_at at time zone 'UTC')::date as day,
       name,
       source,
       count(*)                               as events,
       count(distinct session_id)             as sessions,
       count(distinct patient_id)             as patients
from analytics_events
group by 1, 2, 3;

comment on view daily_event_counts is
  'Events by UTC day, name and source.';
