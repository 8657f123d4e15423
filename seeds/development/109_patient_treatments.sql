-- Who follows which treatment plan, in the order of the first day. The number of a row is its id and
-- its subscription at Stripe.

insert into patient_treatments (id, patient_id, treatment_plan_id, status, stripe_subscription_id,
                                started_on, ended_on)
select ('c0000000-0000-4000-8000-' || lpad(treatment.number::text, 12, '0'))::uuid,
       (select id from patients where lower(email) = treatment.patient || '@example.com'),
       (select id from treatment_plans where slug = treatment.plan),
       treatment.status::treatment_status,
       'sub_example_' || lpad(treatment.number::text, 4, '0'),
       treatment.started_on::date,
       treatment.ended_on::date
from (values
  ( 1, 'amara.okafor',      'migraine-relief',        'active',    '2026-03-02', null),
  ( 2, 'bjorn.halvorsen',   'hair-oral',              'active',    '2026-03-05', null),
  ( 3, 'carmen.villanueva', 'birth-control-combined', 'active',    '2026-03-08', null),
  ( 4, 'dmitri.sokolov',    'ed-as-needed',           'active',    '2026-03-11', null),
  ( 5, 'elena.marchetti',   'acne-starter',           'completed', '2026-03-14', '2026-06-12'),
  ( 6, 'farid.rahmani',     'weight-start',           'completed', '2026-03-17', '2026-04-14'),
  ( 7, 'hugo.lindstrom',    'hair-oral',              'paused',    '2026-03-24', null),
  ( 8, 'jose.figueroa',     'ed-as-needed',           'active',    '2026-03-30', null),
  ( 9, 'liam.brannigan',    'calm-daily',             'active',    '2026-04-05', null),
  (10, 'mei.zhang',         'acne-starter',           'completed', '2026-04-08', '2026-07-07'),
  (11, 'nathaniel.brooks',  'weight-start',           'completed', '2026-04-11', '2026-05-09'),
  (12, 'olivia.prescott',   'birth-control-combined', 'active',    '2026-04-14', null),
  (13, 'pablo.echeverria',  'allergy-season',         'cancelled', '2026-04-17', '2026-05-07'),
  (14, 'quinn.mcallister',  'calm-daily',             'active',    '2026-04-20', null),
  (15, 'tamsin.oconnor',    'birth-control-combined', 'active',    '2026-04-29', null),
  (16, 'valentina.rossi',   'acne-starter',           'completed', '2026-05-02', '2026-07-31'),
  (17, 'yusuf.demir',       'hair-oral',              'paused',    '2026-05-10', null),
  (18, 'zoe.karras',        'acne-starter',           'cancelled', '2026-05-14', '2026-06-03'),
  (19, 'anders.nyberg',     'weight-start',           'completed', '2026-05-17', '2026-06-14'),
  (20, 'beatrix.holloway',  'birth-control-combined', 'active',    '2026-05-20', null),
  (21, 'cedric.beaumont',   'migraine-relief',        'active',    '2026-05-23', null),
  (22, 'delphine.arnaud',   'allergy-season',         'completed', '2026-05-26', '2026-09-23'),
  (23, 'emeka.nwosu',       'hair-oral',              'active',    '2026-05-29', null),
  (24, 'freya.sorensen',    'migraine-relief',        'active',    '2026-06-01', null),
  (25, 'gideon.ashworth',   'ed-as-needed',           'active',    '2026-06-04', null),
  (26, 'jasmine.porter',    'acne-starter',           'completed', '2026-06-12', '2026-09-10'),
  (27, 'kofi.mensah',       'weight-start',           'completed', '2026-06-15', '2026-07-13'),
  (28, 'lucia.bermudez',    'birth-control-combined', 'active',    '2026-06-18', null),
  (29, 'marcus.ellery',     'calm-daily',             'active',    '2026-06-22', null),
  (30, 'oscar.trevino',     'ed-as-needed',           'active',    '2026-06-28', null),
  (31, 'priya.raghavan',    'migraine-relief',        'active',    '2026-07-01', null)
) as treatment (number, patient, plan, status, started_on, ended_on)
on conflict (patient_id, treatment_plan_id, started_on) do update
set status                 = excluded.status,
    stripe_subscription_id = excluded.stripe_subscription_id,
    ended_on               = excluded.ended_on
where (patient_treatments.status,
       patient_treatments.stripe_subscription_id,
       patient_treatments.ended_on)
      is distinct from
      (excluded.status,
       excluded.stripe_subscription_id,
       excluded.ended_on);
