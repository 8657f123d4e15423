-- Invented clinicians. Their NPIs begin with 9, which is never issued.

insert into providers (id, npi, email, first_name, last_name, credential, phone, licensed_states,
                       stripe_account_id, is_accepting_patients)
values
  ('20000000-0000-4000-8000-000000000001', '9990000001', 'miriam.castellanos@example.com', 'Miriam',   'Castellanos', 'MD', '+12125550120', '{CT,MA,NJ,NY,PA}', 'acct_example_0001', true),
  ('20000000-0000-4000-8000-000000000002', '9990000002', 'desmond.achebe@example.com',     'Desmond',  'Achebe',      'DO', '+14045550121', '{FL,GA,NC,TN,VA}', 'acct_example_0002', true),
  ('20000000-0000-4000-8000-000000000003', '9990000003', 'ingrid.solheim@example.com',     'Ingrid',   'Solheim',     'MD', '+13125550122', '{IL,MI,MN,OH,WI}', 'acct_example_0003', true),
  ('20000000-0000-4000-8000-000000000004', '9990000004', 'rafael.quintana@example.com',    'Rafael',   'Quintana',    'NP', '+15125550123', '{AZ,CO,NM,TX,UT}', 'acct_example_0004', true),
  ('20000000-0000-4000-8000-000000000005', '9990000005', 'yuki.tanabe@example.com',        'Yuki',     'Tanabe',      'MD', '+14155550124', '{CA,NV,OR,WA}',    'acct_example_0005', true),
  ('20000000-0000-4000-8000-000000000006', '9990000006', 'philippa.mbeki@example.com',     'Philippa', 'Mbeki',       'PA', '+12065550125', '{CA,CO,OR,TX,WA}', 'acct_example_0006', true),
  ('20000000-0000-4000-8000-000000000007', '9990000007', 'august.feldmann@example.com',    'August',   'Feldmann',    'NP', '+16175550126', '{FL,MA,NY}',       'acct_example_0007', false)
on conflict (npi) do update
set email                 = excluded.email,
    first_name            = excluded.first_name,
    last_name             = excluded.last_name,
    credential            = excluded.credential,
    phone                 = excluded.phone,
    licensed_states       = excluded.licensed_states,
    stripe_account_id     = excluded.stripe_account_id,
    is_accepting_patients = excluded.is_accepting_patients
where (providers.email,
       providers.first_name,
       providers.last_name,
       providers.credential,
       providers.phone,
       providers.licensed_states,
       providers.stripe_account_id,
       providers.is_accepting_patients)
      is distinct from
      (excluded.email,
       excluded.first_name,
       excluded.last_name,
       excluded.credential,
       excluded.phone,
       excluded.licensed_states,
       excluded.stripe_account_id,
       excluded.is_accepting_patients);
