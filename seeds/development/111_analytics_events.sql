-- The steps of every consultation as the web application would have reported them, for the reports on
-- drop-out: who started and did not submit shows up as a session with one event.

insert into analytics_events (id, name, source, session_id, patient_id, properties, occurred_at,
                              received_at)
select (step.prefix || '-0000-4000-8000-' || right(consultations.id::text, 12))::uuid,
       step.name,
       'web',
       ('e0000000-0000-4000-8000-' || right(consultations.id::text, 12))::uuid,
       consultations.patient_id,
       jsonb_build_object('consultation_type', consultations.consultation_type),
       step.occurred_at,
       step.occurred_at + interval '1 second'
from consultations
cross join lateral (
  values ('e1000000', 'consultation_started', consultations.created_at),
         ('e2000000', 'consultation_submitted', consultations.submitted_at)
) as step (prefix, name, occurred_at)
where consultations.id::text like '70000000-0000-4000-8000-%'
  and step.occurred_at is not null
on conflict (id) do nothing;
