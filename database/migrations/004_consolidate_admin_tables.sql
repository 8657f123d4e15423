-- One table for staff: admin_users (sign-ins) and admin_permissions go into admins (people).
-- The rows of admins keep their ids, so that the messages they wrote stay theirs.

create type admin_role as enum ('support', 'billing', 'clinical', 'owner');

alter table admins
  add column role            admin_role  not null default 'support',
  add column permissions     text[]      not null default '{}',
  add column password_hash   text,
  add column is_active       boolean     not null default true,
  add column last_sign_in_at timestamptz,
  add constraint admins_permissions_known
    check (permissions <@ array['manage_admins', 'manage_catalog', 'manage_patients',
                                'refund_orders', 'view_reports']);

-- A person without a sign-in had no access before and must not gain any.
update admins
set is_active = false
where not exists (
  select from admin_users where lower(admin_users.email) = lower(admins.email)
);

-- A person with a sign-in takes over what the sign-in was allowed to do.
update admins
set role            = admin_users.role::admin_role,
    permissions     = array(select permission
                            from admin_permissions
                            where admin_user_id = admin_users.id
                            order by permission),
    password_hash   = admin_users.password_hash,
    is_active       = admin_users.is_active,
    last_sign_in_at = admin_users.last_sign_in_at
from admin_users
where lower(admin_users.email) = lower(admins.email);

-- A sign-in without a person becomes one; its address stands in for the unknown name.
insert into admins (id, email, full_name, role, permissions, password_hash, is_active,
                    last_sign_in_at, created_at)
select admin_users.id,
       admin_users.email,
       admin_users.email,
       admin_users.role::admin_role,
       array(select permission
             from admin_permissions
             where admin_user_id = admin_users.id
             order by permission),
       admin_users.password_hash,
       admin_users.is_active,
       admin_users.last_sign_in_at,
       admin_users.created_at
from admin_users
where not exists (
  select from admins where lower(admins.email) = lower(admin_users.email)
);

drop table admin_permissions;
drop table admin_users;

create index admins_active_role_idx on admins (role) where is_active;

comment on table admins is
  'Staff of the platform: who they are, how they sign in and what they may do.';
comment on column admins.permissions is
  'What the person may do beyond the role.';
comment on column admins.password_hash is
  'Null: signs in through the identity provider only.';
comment on column admins.is_active is
  'False blocks the sign-in. People are deactivated, never deleted: their messages remain.';
