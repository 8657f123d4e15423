-- The formulary, by SKU. A product that is no longer prescribed is set inactive, not removed:
-- prescriptions point at it. An id, once given, is never given to another product.

insert into medications (id, sku, name, strength, dosage_form, price_cents, controlled_schedule,
                         needs_cold_chain)
values
  -- acne
  ('30000000-0000-4000-8000-000000000001', 'ADAPALENE-GEL-01',        'Adapalene',                            '0.1 %',                  'gel',          2400, null, false),
  ('30000000-0000-4000-8000-000000000002', 'CLINDAMYCIN-GEL-1',       'Clindamycin',                          '1 %',                    'gel',          2900, null, false),
  ('30000000-0000-4000-8000-000000000003', 'TRETINOIN-CREAM-0025',    'Tretinoin',                            '0.025 %',                'cream',        3400, null, false),
  ('30000000-0000-4000-8000-000000000004', 'TRETINOIN-CREAM-005',     'Tretinoin',                            '0.05 %',                 'cream',        3900, null, false),
  ('30000000-0000-4000-8000-000000000005', 'DOXYCYCLINE-TAB-100',     'Doxycycline',                          '100 mg',                 'tablet',       2200, null, false),
  -- allergies
  ('30000000-0000-4000-8000-000000000006', 'CETIRIZINE-TAB-10',       'Cetirizine',                           '10 mg',                  'tablet',       1200, null, false),
  ('30000000-0000-4000-8000-000000000007', 'FLUTICASONE-SPRAY-50',    'Fluticasone',                          '50 mcg',                 'nasal_spray',  1900, null, false),
  -- contraception
  ('30000000-0000-4000-8000-000000000008', 'DROSPIRENONE-EE-TAB',     'Drospirenone and ethinyl estradiol',   '3 mg / 0.02 mg',         'tablet',       2400, null, false),
  ('30000000-0000-4000-8000-000000000009', 'NORETHINDRONE-TAB-035',   'Norethindrone',                        '0.35 mg',                'tablet',       1900, null, false),
  ('30000000-0000-4000-8000-000000000010', 'NORELGESTROMIN-EE-PATCH', 'Norelgestromin and ethinyl estradiol', '150 mcg / 35 mcg a day', 'patch',        5400, null, false),
  -- erectile dysfunction
  ('30000000-0000-4000-8000-000000000011', 'SILDENAFIL-TAB-50',       'Sildenafil',                           '50 mg',                  'tablet',       3000, null, false),
  ('30000000-0000-4000-8000-000000000012', 'TADALAFIL-TAB-5',         'Tadalafil',                            '5 mg',                   'tablet',       4500, null, false),
  ('30000000-0000-4000-8000-000000000013', 'TADALAFIL-TAB-10',        'Tadalafil',                            '10 mg',                  'tablet',       5500, null, false),
  -- hair loss
  ('30000000-0000-4000-8000-000000000014', 'FINASTERIDE-TAB-1',       'Finasteride',                          '1 mg',                   'tablet',       2500, null, false),
  ('30000000-0000-4000-8000-000000000015', 'MINOXIDIL-FOAM-5',        'Minoxidil',                            '5 %',                    'foam',         2900, null, false),
  ('30000000-0000-4000-8000-000000000016', 'MINOXIDIL-SOLUTION-2',    'Minoxidil',                            '2 %',                    'solution',     2400, null, false),
  -- mental health
  ('30000000-0000-4000-8000-000000000017', 'ESCITALOPRAM-TAB-10',     'Escitalopram',                         '10 mg',                  'tablet',       1800, null, false),
  ('30000000-0000-4000-8000-000000000018', 'SERTRALINE-TAB-50',       'Sertraline',                           '50 mg',                  'tablet',       1800, null, false),
  ('30000000-0000-4000-8000-000000000019', 'BUSPIRONE-TAB-10',        'Buspirone',                            '10 mg',                  'tablet',       2100, null, false),
  -- migraine
  ('30000000-0000-4000-8000-000000000020', 'SUMATRIPTAN-TAB-50',      'Sumatriptan',                          '50 mg',                  'tablet',       2700, null, false),
  ('30000000-0000-4000-8000-000000000021', 'SUMATRIPTAN-SPRAY-20',    'Sumatriptan',                          '20 mg',                  'nasal_spray',  6400, null, false),
  ('30000000-0000-4000-8000-000000000022', 'PROPRANOLOL-TAB-40',      'Propranolol',                          '40 mg',                  'tablet',       1700, null, false),
  -- urinary tract infection
  ('30000000-0000-4000-8000-000000000023', 'NITROFURANTOIN-CAP-100',  'Nitrofurantoin',                       '100 mg',                 'capsule',      2300, null, false),
  ('30000000-0000-4000-8000-000000000024', 'FOSFOMYCIN-SOLUTION-3',   'Fosfomycin',                           '3 g',                    'solution',     5900, null, false),
  -- weight loss
  ('30000000-0000-4000-8000-000000000025', 'SEMAGLUTIDE-INJ-025',     'Semaglutide',                          '0.25 mg / 0.5 mL',       'injection',   29900, null, true),
  ('30000000-0000-4000-8000-000000000026', 'SEMAGLUTIDE-INJ-05',      'Semaglutide',                          '0.5 mg / 0.5 mL',        'injection',   34900, null, true),
  ('30000000-0000-4000-8000-000000000027', 'METFORMIN-TAB-500',       'Metformin',                            '500 mg',                 'tablet',       1500, null, false),
  ('30000000-0000-4000-8000-000000000028', 'PHENTERMINE-TAB-375',     'Phentermine',                          '37.5 mg',                'tablet',       3900,    4, false)
on conflict (sku) do update
set name                = excluded.name,
    strength            = excluded.strength,
    dosage_form         = excluded.dosage_form,
    price_cents         = excluded.price_cents,
    controlled_schedule = excluded.controlled_schedule,
    needs_cold_chain    = excluded.needs_cold_chain
where (medications.name,
       medications.strength,
       medications.dosage_form,
       medications.price_cents,
       medications.controlled_schedule,
       medications.needs_cold_chain)
      is distinct from
      (excluded.name,
       excluded.strength,
       excluded.dosage_form,
       excluded.price_cents,
       excluded.controlled_schedule,
       excluded.needs_cold_chain);
