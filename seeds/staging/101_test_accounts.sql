-- The accounts that testers sign in with, one for each situation the applications must handle. Nobody
-- has a password here: staging signs in through the identity provider.

insert into admins (id, email, full_name, role, permissions)
values
  ('11000000-0000-4000-8000-000000000001', 'owner.staging@example.com',   'Staging Owner',   'owner',   '{manage_admins,manage_catalog,manage_patients,refund_orders,view_reports}'),
  ('11000000-0000-4000-8000-000000000002', 'support.staging@example.com', 'Staging Support', 'support', '{manage_patients}')
on conflict (lower(email)) do update
set full_name   = excluded.full_name,
    role        = excluded.role,
    permissions = excluded.permissions
where (admins.full_name,
       admins.role,
       admins.permissions)
      is distinct from
      (excluded.full_name,
       excluded.role,
       excluded.permissions);

insert into providers (id, npi, email, first_name, last_name, credential, licensed_states,
                       stripe_account_id)
values
  ('21000000-0000-4000-8000-000000000001', '9990000101', 'east.staging@example.com', 'Provider', 'East', 'MD', '{NJ,NY}', 'acct_example_staging_0001'),
  ('21000000-0000-4000-8000-000000000002', '9990000102', 'west.staging@example.com', 'Provider', 'West', 'NP', '{CA,WA}', 'acct_example_staging_0002')
on conflict (npi) do update
set email             = excluded.email,
    first_name        = excluded.first_name,
    last_name         = excluded.last_name,
    credential        = excluded.credential,
    licensed_states   = excluded.licensed_states,
    stripe_account_id = excluded.stripe_account_id
where (providers.email,
       providers.first_name,
       providers.last_name,
       providers.credential,
       providers.licensed_states,
       providers.stripe_account_id)
      is distinct from
      (excluded.email,
       excluded.first_name,
       excluded.last_name,
       excluded.credential,
       excluded.licensed_states,
       excluded.stripe_account_id);

insert into patients (id, email, first_name, last_name, date_of_birth, sex_at_birth, phone, state,
                      time_zone, stripe_customer_id, stripe_payment_method_id,
                      telehealth_consent_at)
values
  ('61000000-0000-4000-8000-000000000001', 'newcomer.staging@example.com',  'Test',          'Newcomer',     '1990-01-01', 'undisclosed', '+17185550191', 'NY', 'America/New_York',    null,                       null,                      null),
  ('61000000-0000-4000-8000-000000000002', 'regular.staging@example.com',   'Test',          'Regular',      '1985-06-15', 'female',      '+17185550192', 'NY', 'America/New_York',    'cus_example_staging_0002', 'pm_example_staging_0002', '2026-01-05 15:00:00+00'),
  ('61000000-0000-4000-8000-000000000003', 'refill.staging@example.com',    'Test',          'Refill',       '1978-03-20', 'male',        '+14155550193', 'CA', 'America/Los_Angeles', 'cus_example_staging_0003', 'pm_example_staging_0003', '2026-01-05 15:00:00+00'),
  ('61000000-0000-4000-8000-000000000004', 'suspended.staging@example.com', 'Test',          'Suspended',    '1995-10-10', 'female',      '+14155550194', 'CA', 'America/Los_Angeles', 'cus_example_staging_0004', 'pm_example_staging_0004', '2026-01-05 15:00:00+00'),
  ('61000000-0000-4000-8000-000000000005', 'edge.case.staging@example.com', 'Test-Ångström', 'O''Edge-Case', '1901-12-31', 'intersex',    '+17185550195', 'NY', 'America/New_York',    'cus_example_staging_0005', 'pm_example_staging_0005', '2026-01-05 15:00:00+00')
on conflict (lower(email)) do update
set first_name               = excluded.first_name,
    last_name                = excluded.last_name,
    date_of_birth            = excluded.date_of_birth,
    sex_at_birth             = excluded.sex_at_birth,
    phone                    = excluded.phone,
    state                    = excluded.state,
    time_zone                = excluded.time_zone,
    stripe_customer_id       = excluded.stripe_customer_id,
    stripe_payment_method_id = excluded.stripe_payment_method_id,
    telehealth_consent_at    = excluded.telehealth_consent_at
where (patients.first_name,
       patients.last_name,
       patients.date_of_birth,
       patients.sex_at_birth,
       patients.phone,
       patients.state,
       patients.time_zone,
       patients.stripe_customer_id,
       patients.stripe_payment_method_id,
       patients.telehealth_consent_at)
      is distinct from
      (excluded.first_name,
       excluded.last_name,
       excluded.date_of_birth,
       excluded.sex_at_birth,
       excluded.phone,
       excluded.state,
       excluded.time_zone,
       excluded.stripe_customer_id,
       excluded.stripe_payment_method_id,
       excluded.telehealth_consent_at);

-- Testers change this one back and forth; a new run of the seed suspends it again.
update patients
set account_status            = 'suspended',
    account_status_reason     = 'Suspended for tests.',
    account_status_changed_at = timestamptz '2026-01-06 15:00:00+00'
where lower(email) = 'suspended.staging@example.com'
  and account_status <> 'suspended';
