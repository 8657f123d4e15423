-- Treatment plans, by slug. A plan that is no longer sold is set inactive, not removed: patients may
-- still follow it.
--
-- stripe_price_id is not set here: every environment has prices of its own at Stripe.

insert into treatment_plans (id, slug, name, description, consultation_type, medication_id,
                             price_cents, billing_interval_days, duration_days)
select plan.id::uuid, plan.slug, plan.name, plan.description, plan.consultation_type,
       (select id from medications where sku = plan.sku),
       plan.price_cents, plan.billing_interval_days, plan.duration_days
from (values
  ('50000000-0000-4000-8000-000000000001', 'acne-starter',            'Acne starter',        'A gentle gel for the first three months.',             'acne',                 'ADAPALENE-GEL-01',       2400, 30,   90),
  ('50000000-0000-4000-8000-000000000002', 'acne-advanced',           'Acne advanced',       'A stronger cream for skin that is used to retinoids.', 'acne',                 'TRETINOIN-CREAM-005',    3900, 30, null),
  ('50000000-0000-4000-8000-000000000003', 'allergy-season',          'Allergy season',      'A daily nasal spray through the season.',              'allergies',            'FLUTICASONE-SPRAY-50',   1900, 30,  120),
  ('50000000-0000-4000-8000-000000000004', 'birth-control-combined',  'Combined pill',       'Three months of the combined pill at a time.',         'contraception',        'DROSPIRENONE-EE-TAB',    6600, 84, null),
  ('50000000-0000-4000-8000-000000000005', 'birth-control-progestin', 'Progestin-only pill', 'Three months of the progestin-only pill at a time.',   'contraception',        'NORETHINDRONE-TAB-035',  5100, 84, null),
  ('50000000-0000-4000-8000-000000000006', 'ed-as-needed',            'ED as needed',        'Tablets for when they are wanted.',                    'erectile_dysfunction', 'SILDENAFIL-TAB-50',      3000, 30, null),
  ('50000000-0000-4000-8000-000000000007', 'ed-daily',                'ED daily',            'One low-dose tablet every day.',                       'erectile_dysfunction', 'TADALAFIL-TAB-5',        4500, 30, null),
  ('50000000-0000-4000-8000-000000000008', 'hair-oral',               'Hair oral',           'One tablet a day, billed quarterly.',                  'hair_loss',            'FINASTERIDE-TAB-1',      6600, 90, null),
  ('50000000-0000-4000-8000-000000000009', 'hair-topical',            'Hair topical',        'Foam once a day, billed quarterly.',                   'hair_loss',            'MINOXIDIL-FOAM-5',       7800, 90, null),
  ('50000000-0000-4000-8000-000000000010', 'calm-daily',              'Calm daily',          'A daily tablet, with a check-in every month.',         'mental_health',        'SERTRALINE-TAB-50',      4900, 30, null),
  ('50000000-0000-4000-8000-000000000011', 'migraine-relief',         'Migraine relief',     'Tablets for attacks.',                                 'migraine',             'SUMATRIPTAN-TAB-50',     2700, 30, null),
  ('50000000-0000-4000-8000-000000000012', 'migraine-prevention',     'Migraine prevention', 'A daily tablet for half a year, then a review.',       'migraine',             'PROPRANOLOL-TAB-40',     1700, 30,  180),
  ('50000000-0000-4000-8000-000000000013', 'weight-start',            'Weight start',        'The first month at the lowest dose.',                  'weight_loss',          'SEMAGLUTIDE-INJ-025',   29900, 28,   28),
  ('50000000-0000-4000-8000-000000000014', 'weight-continue',         'Weight continue',     'The following months, with a check-in each.',          'weight_loss',          'SEMAGLUTIDE-INJ-05',    34900, 28, null)
) as plan (id, slug, name, description, consultation_type, sku, price_cents, billing_interval_days,
           duration_days)
on conflict (slug) do update
set name                  = excluded.name,
    description           = excluded.description,
    consultation_type     = excluded.consultation_type,
    medication_id         = excluded.medication_id,
    price_cents           = excluded.price_cents,
    billing_interval_days = excluded.billing_interval_days,
    duration_days         = excluded.duration_days
where (treatment_plans.name,
       treatment_plans.description,
       treatment_plans.consultation_type,
       treatment_plans.medication_id,
       treatment_plans.price_cents,
       treatment_plans.billing_interval_days,
       treatment_plans.duration_days)
      is distinct from
      (excluded.name,
       excluded.description,
       excluded.consultation_type,
       excluded.medication_id,
       excluded.price_cents,
       excluded.billing_interval_days,
       excluded.duration_days);
