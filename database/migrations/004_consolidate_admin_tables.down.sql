-- Gives staff their separate sign-ins back, with the schema of 001 to the letter.
-- Everybody in admins gets a sign-in, active or not as it is now, so nobody gains or loses access.
-- Not restored: ids and creation times of the former admin_users rows.

create table admin_users (
  id              uuid        primary key default gen_random_uuid(),
  email           text        not null,
  role            text        not null default 'support',
  password_hash   text,
  is_active       boolean     not null default true,
  last_sign_in_at timestamptz,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),

  constraint admin_users_email_plausible
    check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint admin_users_role_known
    check (role in ('support', 'billing', 'clinical', 'owner'))
);

create unique index admin_users_email_key on admin_users (lower(email));
create index admin_users_active_role_idx on admin_users (role) where is_active;

comment on table admin_users is
  'Sign-ins of staff to the back office.';
comment on column admin_users.password_hash is
  'Null: signs in through the identity provider only.';

create table admin_permissions (
  admin_user_id uuid not null references admin_users on delete cascade,
  permission    text not null,

  primary key (admin_user_id, permission),
  constraint admin_permissions_permission_known
    check (permission in ('manage_admins', 'manage_catalog', 'manage_patients', 'refund_orders',
                          'view_reports'))
);

comment on table admin_permissions is
  'What a sign-in may do beyond its role.';

insert into admin_users (id, email, role, password_hash, is_active, last_sign_in_at, created_at,
                         updated_at)
select id, email, role::text, password_hash, is_active, last_sign_in_at, created_at, updated_at
from admins;

insert into admin_permissions (admin_user_id, permission)
select distinct admins.id, permission
from admins, unnest(admins.permissions) as permission;

create trigger admin_users_set_updated_at before update on admin_users
  for each row execute function set_updated_at();

-- Dropping the columns takes admins_active_role_idx and admins_permissions_known with them.
alter table admins
  drop column last_sign_in_at,
  drop column is_active,
  drop column password_hash,
  drop column permissions,
  drop column role;

comment on table admins is
  'Staff of the platform.';

drop type admin_role;
