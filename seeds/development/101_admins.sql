-- Two people on the staff of the development environment. Neither has a password: sign in through the
-- local identity provider.

insert into admins (id, email, full_name, phone, role, permissions)
values
  ('10000000-0000-4000-8000-000000000001', 'orla.finnegan@example.com',    'Orla Finnegan',    '+12025550180', 'owner',   '{manage_admins,manage_catalog,manage_patients,refund_orders,view_reports}'),
  ('10000000-0000-4000-8000-000000000002', 'tobias.lindqvist@example.com', 'Tobias Lindqvist', '+12025550181', 'support', '{manage_patients,view_reports}')
on conflict (lower(email)) do update
set full_name   = excluded.full_name,
    phone       = excluded.phone,
    role        = excluded.role,
    permissions = excluded.permissions
where (admins.full_name,
       admins.phone,
       admins.role,
       admins.permissions)
      is distinct from
      (excluded.full_name,
       excluded.phone,
       excluded.role,
       excluded.permissions);
