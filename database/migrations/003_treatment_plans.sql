-- Treatment plans: what is sold as a course of treatment, and which patient follows which.

create type treatment_status as enum ('active', 'paused', 'completed', 'cancelled');

create table treatment_plans (
  id                    uuid        primary key default gen_random_uuid(),
  slug                  text        not null unique,
  name                  text        not null,
  description           text        not null default '',
  consultation_type     text        not null
                          references consultation_settings on update cascade on delete restrict,
  medication_id         uuid        not null references medications on delete restrict,
  price_cents           integer     not null,
  billing_interval_days integer     not null,
  duration_days         integer,
  stripe_price_id       text        unique,
  is_active             boolean     not null default true,
  created_at            timestamptz not null default now(),
  updated_at            timestamptz not null default now(),

  constraint treatment_plans_slug_format
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint treatment_plans_name_present
    check (name <> ''),
  constraint treatment_plans_price_not_negative
    check (price_cents >= 0),
  constraint treatment_plans_billing_interval_positive
    check (billing_interval_days > 0),
  constraint treatment_plans_duration_covers_an_interval
    check (duration_days >= billing_interval_days),
  constraint treatment_plans_stripe_price_id_prefix
    check (stripe_price_id ~ '^price_')
);

create index treatment_plans_type_idx on treatment_plans (consultation_type, is_active);
create index treatment_plans_medication_idx on treatment_plans (medication_id);

comment on table treatment_plans is
  'Courses of treatment on offer.';
comment on column treatment_plans.price_cents is
  'Charged every billing_interval_days.';
comment on column treatment_plans.duration_days is
  'Length of the course; null for one that goes on until somebody ends it.';

create table patient_treatments (
  id                     uuid             primary key default gen_random_uuid(),
  patient_id             uuid             not null references patients on delete restrict,
  treatment_plan_id      uuid             not null references treatment_plans on delete restrict,
  status                 treatment_status not null default 'active',
  stripe_subscription_id text             unique,
  started_on             date             not null,
  ended_on               date,
  created_at             timestamptz      not null default now(),
  updated_at             timestamptz      not null default now(),

  constraint patient_treatments_stripe_subscription_id_prefix
    check (stripe_subscription_id ~ '^sub_'),
  constraint patient_treatments_ended_has_day
    check ((status in ('completed', 'cancelled')) = (ended_on is not null)),
  constraint patient_treatments_days_in_order
    check (ended_on >= started_on),
  constraint patient_treatments_start_key
    unique (patient_id, treatment_plan_id, started_on)
);

create unique index patient_treatments_current_key
  on patient_treatments (patient_id, treatment_plan_id)
  where status in ('active', 'paused');
create index patient_treatments_plan_idx on patient_treatments (treatment_plan_id, status);

comment on table patient_treatments is
  'Which patient follows which treatment plan, now and before.';
comment on index patient_treatments_current_key is
  'A patient follows a plan once at a time, but may come back to it.';

create trigger treatment_plans_set_updated_at before update on treatment_plans
  for each row execute function set_updated_at();
create trigger patient_treatments_set_updated_at before update on patient_treatments
  for each row execute function set_updated_at();

alter table consultations
  add column treatment_plan_id uuid references treatment_plans on delete set null;

create index consultations_treatment_plan_idx on consultations (treatment_plan_id)
  where treatment_plan_id is not null;

comment on column consultations.treatment_plan_id is
  'The plan the patient asked for; null for a consultation without one.';
