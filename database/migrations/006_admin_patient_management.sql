-- What staff do to a patient's account: suspend it, take notes, correct the bill. And the trail
-- that says who did what.

create type account_status as enum ('active', 'suspended', 'closed');

create type billing_adjustment_type as enum ('refund', 'credit', 'charge', 'write_off');

alter table patients
  add column account_status                     account_status not null default 'active',
  add column account_status_reason              text,
  add column account_status_changed_at          timestamptz,
  add column account_status_changed_by_admin_id uuid references admins on delete restrict,
  add constraint patients_account_status_explained
    check (account_status = 'active'
           or (account_status_reason is not null and account_status_changed_at is not null));

create index patients_account_status_idx on patients (account_status)
  where account_status <> 'active';
create index patients_account_status_changed_by_admin_idx
  on patients (account_status_changed_by_admin_id)
  where account_status_changed_by_admin_id is not null;

comment on column patients.account_status is
  'Suspended: no new consultations or orders. Closed: no sign-in either; records are kept.';
comment on column patients.account_status_changed_by_admin_id is
  'Null when the patient or the system changed it.';

create table patient_notes (
  id         uuid        primary key default gen_random_uuid(),
  patient_id uuid        not null references patients on delete cascade,
  admin_id   uuid        not null references admins on delete restrict,
  body       text        not null,
  is_pinned  boolean     not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint patient_notes_body_present
    check (body <> '')
);

create index patient_notes_patient_idx
  on patient_notes (patient_id, is_pinned desc, created_at desc);
create index patient_notes_admin_idx on patient_notes (admin_id);

comment on table patient_notes is
  'Notes of staff about a patient''s account. Not part of the medical record.';

create table billing_adjustments (
  id                   uuid                    primary key default gen_random_uuid(),
  reference            text                    not null unique,
  patient_id           uuid                    not null references patients on delete restrict,
  order_id             uuid,
  adjustment_type      billing_adjustment_type not null,
  amount_cents         integer                 not null,
  currency             text                    not null default 'usd',
  reason               text                    not null,
  stripe_refund_id     text                    unique,
  created_by_admin_id  uuid                    not null references admins on delete restrict,
  approved_by_admin_id uuid                    references admins on delete restrict,
  approved_at          timestamptz,
  applied_at           timestamptz,
  created_at           timestamptz             not null default now(),
  updated_at           timestamptz             not null default now(),

  -- With patient_id, so that nobody's bill is corrected for another's order.
  constraint billing_adjustments_order_fkey
    foreign key (order_id, patient_id) references orders (id, patient_id)
    on delete restrict,
  constraint billing_adjustments_reference_format
    check (reference ~ '^ADJ-[0-9]{6,}$'),
  constraint billing_adjustments_amount_positive
    check (amount_cents > 0),
  constraint billing_adjustments_currency_is_iso_code
    check (currency ~ '^[a-z]{3}$'),
  constraint billing_adjustments_reason_present
    check (reason <> ''),
  constraint billing_adjustments_stripe_refund_id_prefix
    check (stripe_refund_id ~ '^re_'),
  constraint billing_adjustments_refund_has_order
    check (adjustment_type <> 'refund' or order_id is not null),
  constraint billing_adjustments_only_refunds_at_stripe
    check (stripe_refund_id is null or adjustment_type = 'refund'),
  constraint billing_adjustments_approval_complete
    check ((approved_by_admin_id is null) = (approved_at is null)),
  constraint billing_adjustments_needs_four_eyes
    check (approved_by_admin_id <> created_by_admin_id),
  constraint billing_adjustments_applied_after_approval
    check (applied_at is null or (approved_at is not null and applied_at >= approved_at))
);

create index billing_adjustments_patient_idx
  on billing_adjustments (patient_id, created_at desc);
create index billing_adjustments_order_idx on billing_adjustments (order_id, patient_id)
  where order_id is not null;
create index billing_adjustments_created_by_admin_idx
  on billing_adjustments (created_by_admin_id);
create index billing_adjustments_approved_by_admin_idx
  on billing_adjustments (approved_by_admin_id)
  where approved_by_admin_id is not null;
create index billing_adjustments_unapproved_idx on billing_adjustments (created_at)
  where approved_at is null;

comment on table billing_adjustments is
  'Corrections of a patient''s bill, each entered by one person and approved by another.';
comment on column billing_adjustments.amount_cents is
  'Always positive; adjustment_type says in whose favour.';

create table admin_audit_log (
  id          uuid        primary key default gen_random_uuid(),
  admin_id    uuid        not null references admins on delete restrict,
  action      text        not null,
  entity_type text        not null,
  entity_id   uuid        not null,
  patient_id  uuid,
  reason      text,
  old_values  jsonb,
  new_values  jsonb,
  ip_address  inet,
  created_at  timestamptz not null default now(),

  constraint admin_audit_log_action_format
    check (action ~ '^[a-z_]+\.[a-z_]+$'),
  constraint admin_audit_log_entity_type_present
    check (entity_type <> '')
);

create index admin_audit_log_admin_idx on admin_audit_log (admin_id, created_at desc);
create index admin_audit_log_entity_idx
  on admin_audit_log (entity_type, entity_id, created_at desc);
create index admin_audit_log_patient_idx on admin_audit_log (patient_id, created_at desc)
  where patient_id is not null;

comment on table admin_audit_log is
  'What staff did. Append-only: a trigger refuses to change or delete rows.';
comment on column admin_audit_log.action is
  'What was done, as entity.verb, for example patient.suspend.';
comment on column admin_audit_log.entity_id is
  'Not a foreign key, like patient_id: the trail outlives what it tells about.';
comment on column admin_audit_log.old_values is
  'The changed columns before, new_values after; null where there is no such side.';

create function refuse_audit_log_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'admin_audit_log is append-only: % refused', lower(tg_op)
    using errcode = 'restrict_violation';
end;
$$;

comment on function refuse_audit_log_change() is
  'Trigger function: keeps admin_audit_log append-only.';

create trigger admin_audit_log_append_only
  before update or delete or truncate on admin_audit_log
  for each statement execute function refuse_audit_log_change();

create trigger patient_notes_set_updated_at before update on patient_notes
  for each row execute function set_updated_at();
create trigger billing_adjustments_set_updated_at before update on billing_adjustments
  for each row execute function set_updated_at();
