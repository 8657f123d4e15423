-- The telehealth platform: a patient asks for a consultation, a provider decides and prescribes,
-- a pharmacy fills the order, and everyone involved can write messages.
--
-- Conventions, here and in every later migration:
--   * money is integer cents
--   * a moment is timestamptz, a calendar day is date
--   * an e-mail address is unique without regard to case: a unique index on lower(email)
--   * a table with updated_at has a trigger <table>_set_updated_at
--   * records of care outlive convenience: they hold their patient with "on delete restrict";
--     only what means nothing without its parent is deleted with it

create function set_updated_at() returns trigger
language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

comment on function set_updated_at() is
  'Trigger function: stamps updated_at with the start of the transaction.';


-- Types

create type sex_at_birth as enum ('female', 'male', 'intersex', 'undisclosed');

create type provider_credential as enum ('MD', 'DO', 'NP', 'PA');

create type dosage_form as enum (
  'tablet', 'capsule', 'cream', 'gel', 'foam', 'solution', 'injection', 'nasal_spray', 'patch'
);

create type consultation_mode as enum ('async', 'phone', 'video');

create type consultation_status as enum (
  'draft', 'submitted', 'in_review', 'completed', 'declined', 'cancelled'
);

create type prescription_status as enum (
  'draft', 'signed', 'sent', 'dispensed', 'expired', 'cancelled'
);

create type order_status as enum (
  'pending', 'paid', 'processing', 'shipped', 'delivered', 'cancelled', 'refunded'
);

create type document_type as enum (
  'identity', 'insurance_card', 'lab_result', 'photo', 'consent', 'other'
);


-- What is offered

create table consultation_settings (
  consultation_type text              primary key,
  display_name      text              not null,
  description       text              not null default '',
  mode              consultation_mode not null default 'async',
  price_cents       integer           not null,
  response_hours    integer           not null default 24,
  duration_minutes  integer,
  minimum_age       smallint          not null default 18,
  is_active         boolean           not null default true,
  created_at        timestamptz       not null default now(),
  updated_at        timestamptz       not null default now(),

  constraint consultation_settings_type_is_snake_case
    check (consultation_type ~ '^[a-z][a-z0-9_]*$'),
  constraint consultation_settings_display_name_present
    check (display_name <> ''),
  constraint consultation_settings_price_not_negative
    check (price_cents >= 0),
  constraint consultation_settings_response_hours_positive
    check (response_hours > 0),
  constraint consultation_settings_minimum_age_plausible
    check (minimum_age between 0 and 120),
  constraint consultation_settings_live_has_duration
    check ((mode = 'async') = (duration_minutes is null)),
  constraint consultation_settings_duration_positive
    check (duration_minutes > 0)
);

comment on table consultation_settings is
  'The kinds of consultation on offer, one row a kind.';
comment on column consultation_settings.response_hours is
  'Promise to the patient: a provider answers within this many hours.';
comment on column consultation_settings.duration_minutes is
  'Length of a live appointment; null for asynchronous consultations.';
comment on column consultation_settings.is_active is
  'False hides the kind from new patients; existing consultations go on.';


-- People

create table patients (
  id                       uuid         primary key default gen_random_uuid(),
  email                    text         not null,
  first_name               text         not null,
  last_name                text         not null,
  date_of_birth            date         not null,
  sex_at_birth             sex_at_birth not null default 'undisclosed',
  phone                    text,
  address_line1            text,
  address_line2            text,
  city                     text,
  state                    text         not null,
  postal_code              text,
  time_zone                text         not null default 'America/New_York',
  stripe_customer_id       text         unique,
  stripe_payment_method_id text,
  telehealth_consent_at    timestamptz,
  created_at               timestamptz  not null default now(),
  updated_at               timestamptz  not null default now(),

  constraint patients_email_plausible
    check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint patients_name_present
    check (first_name <> '' and last_name <> ''),
  constraint patients_date_of_birth_plausible
    check (date_of_birth > date '1900-01-01'),
  constraint patients_phone_is_e164
    check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint patients_state_is_usps_code
    check (state ~ '^[A-Z]{2}$'),
  constraint patients_postal_code_is_zip
    check (postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'),
  constraint patients_stripe_customer_id_prefix
    check (stripe_customer_id ~ '^cus_'),
  constraint patients_stripe_payment_method_id_prefix
    check (stripe_payment_method_id ~ '^pm_'),
  constraint patients_payment_method_has_customer
    check (stripe_payment_method_id is null or stripe_customer_id is not null)
);

create unique index patients_email_key on patients (lower(email));
create index patients_name_idx on patients (lower(last_name), lower(first_name));

comment on table patients is
  'People who ask for care.';
comment on column patients.phone is
  'E.164, for example +12025550123.';
comment on column patients.state is
  'USPS code of the state of residence: decides which providers may treat the patient.';
comment on column patients.stripe_customer_id is
  'Customer at Stripe (cus_...); null until the first payment.';
comment on column patients.stripe_payment_method_id is
  'Default payment method at Stripe (pm_...). Card data is never stored here.';
comment on column patients.telehealth_consent_at is
  'When the patient accepted the telehealth consent; null blocks new consultations.';

create table providers (
  id                    uuid                primary key default gen_random_uuid(),
  npi                   text                not null unique,
  email                 text                not null,
  first_name            text                not null,
  last_name             text                not null,
  credential            provider_credential not null,
  phone                 text,
  licensed_states       text[]              not null,
  stripe_account_id     text                unique,
  is_accepting_patients boolean             not null default true,
  created_at            timestamptz         not null default now(),
  updated_at            timestamptz         not null default now(),

  constraint providers_npi_has_ten_digits
    check (npi ~ '^[0-9]{10}$'),
  constraint providers_email_plausible
    check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint providers_name_present
    check (first_name <> '' and last_name <> ''),
  constraint providers_phone_is_e164
    check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint providers_licensed_states_are_usps_codes
    check (array_to_string(licensed_states, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
  constraint providers_stripe_account_id_prefix
    check (stripe_account_id ~ '^acct_')
);

create unique index providers_email_key on providers (lower(email));
create index providers_licensed_states_idx on providers using gin (licensed_states)
  where is_accepting_patients;

comment on table providers is
  'Clinicians who review consultations and prescribe.';
comment on column providers.npi is
  'National Provider Identifier.';
comment on column providers.licensed_states is
  'USPS codes of the states in which the provider may treat patients; at least one.';
comment on column providers.stripe_account_id is
  'Connected account at Stripe (acct_...) for pay-outs.';

-- Staff came from two older applications: the support desk knew people (admins), the back office
-- knew sign-ins (admin_users). Nothing but the e-mail address ties one to the other.

create table admins (
  id         uuid        primary key default gen_random_uuid(),
  email      text        not null,
  full_name  text        not null,
  phone      text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint admins_email_plausible
    check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint admins_full_name_present
    check (full_name <> ''),
  constraint admins_phone_is_e164
    check (phone ~ '^\+[1-9][0-9]{6,14}$')
);

create unique index admins_email_key on admins (lower(email));

comment on table admins is
  'Staff of the platform.';

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


-- What can be prescribed, and who fills it

create table medications (
  id                  uuid        primary key default gen_random_uuid(),
  sku                 text        not null unique,
  name                text        not null,
  strength            text        not null,
  dosage_form         dosage_form not null,
  price_cents         integer     not null,
  controlled_schedule smallint,
  needs_cold_chain    boolean     not null default false,
  is_active           boolean     not null default true,
  created_at          timestamptz not null default now(),
  updated_at          timestamptz not null default now(),

  constraint medications_sku_format
    check (sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  constraint medications_name_present
    check (name <> '' and strength <> ''),
  constraint medications_price_not_negative
    check (price_cents >= 0),
  constraint medications_controlled_schedule_known
    check (controlled_schedule between 2 and 5)
);

create unique index medications_product_key on medications (lower(name), strength, dosage_form);

comment on table medications is
  'The formulary: every product a provider can prescribe.';
comment on column medications.price_cents is
  'Price of one fill to the patient, without shipping.';
comment on column medications.controlled_schedule is
  'DEA schedule 2 to 5; null for a product that is not controlled.';

create table pharmacies (
  id                     uuid        primary key default gen_random_uuid(),
  ncpdp_id               text        not null unique,
  name                   text        not null,
  phone                  text        not null,
  fax                    text,
  address_line1          text        not null,
  city                   text        not null,
  state                  text        not null,
  postal_code            text        not null,
  is_mail_order          boolean     not null default false,
  accepts_eprescriptions boolean     not null default true,
  is_active              boolean     not null default true,
  created_at             timestamptz not null default now(),
  updated_at             timestamptz not null default now(),

  constraint pharmacies_ncpdp_id_has_seven_digits
    check (ncpdp_id ~ '^[0-9]{7}$'),
  constraint pharmacies_name_present
    check (name <> ''),
  constraint pharmacies_phone_and_fax_are_e164
    check (phone ~ '^\+[1-9][0-9]{6,14}$' and fax ~ '^\+[1-9][0-9]{6,14}$'),
  constraint pharmacies_state_is_usps_code
    check (state ~ '^[A-Z]{2}$'),
  constraint pharmacies_postal_code_is_zip
    check (postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'),
  constraint pharmacies_reachable
    check (accepts_eprescriptions or fax is not null)
);

create index pharmacies_place_idx on pharmacies (state, postal_code) where is_active;

comment on table pharmacies is
  'Pharmacies that fill prescriptions.';
comment on column pharmacies.ncpdp_id is
  'Identifier of the National Council for Prescription Drug Programs.';


-- Care

create table consultations (
  id                       uuid                primary key default gen_random_uuid(),
  reference                text                not null unique,
  patient_id               uuid                not null references patients on delete restrict,
  provider_id              uuid                references providers on delete restrict,
  consultation_type        text                not null
                             references consultation_settings on update cascade on delete restrict,
  mode                     consultation_mode   not null default 'async',
  status                   consultation_status not null default 'draft',
  chief_complaint          text                not null,
  intake                   jsonb               not null default '{}',
  clinical_notes           text,
  price_cents              integer             not null,
  stripe_payment_intent_id text                unique,
  scheduled_at             timestamptz,
  submitted_at             timestamptz,
  closed_at                timestamptz,
  created_at               timestamptz         not null default now(),
  updated_at               timestamptz         not null default now(),

  -- The target of prescriptions_consultation_fkey.
  unique (id, patient_id),
  constraint consultations_reference_format
    check (reference ~ '^CON-[0-9]{6,}$'),
  constraint consultations_intake_is_object
    check (jsonb_typeof(intake) = 'object'),
  constraint consultations_price_not_negative
    check (price_cents >= 0),
  constraint consultations_stripe_payment_intent_id_prefix
    check (stripe_payment_intent_id ~ '^pi_'),
  constraint consultations_async_is_not_scheduled
    check (mode <> 'async' or scheduled_at is null),
  constraint consultations_submitted_has_time
    check (status in ('draft', 'cancelled') or submitted_at is not null),
  constraint consultations_decided_has_provider
    check (status not in ('in_review', 'completed', 'declined') or provider_id is not null),
  constraint consultations_closed_has_time
    check ((status in ('completed', 'declined', 'cancelled')) = (closed_at is not null)),
  constraint consultations_closed_after_submitted
    check (closed_at >= submitted_at)
);

create index consultations_patient_idx on consultations (patient_id, created_at desc);
create index consultations_provider_idx on consultations (provider_id, status)
  where provider_id is not null;
create index consultations_type_idx on consultations (consultation_type);
create index consultations_queue_idx on consultations (submitted_at) where status = 'submitted';

comment on table consultations is
  'A patient''s request for care and what became of it.';
comment on column consultations.reference is
  'Number that patients and support quote; given by the application.';
comment on column consultations.intake is
  'Answers to the questionnaire, keyed by question.';
comment on column consultations.price_cents is
  'Price when the consultation was started; later changes of the settings do not touch it.';
comment on column consultations.closed_at is
  'When it was completed, declined or cancelled; null while open.';
comment on index consultations_queue_idx is
  'The providers'' queue: oldest submitted consultation first.';

create table prescriptions (
  id              uuid                primary key default gen_random_uuid(),
  reference       text                not null unique,
  consultation_id uuid                not null,
  patient_id      uuid                not null,
  provider_id     uuid                not null references providers on delete restrict,
  medication_id   uuid                not null references medications on delete restrict,
  pharmacy_id     uuid                references pharmacies on delete restrict,
  status          prescription_status not null default 'draft',
  directions      text                not null,
  quantity        integer             not null,
  days_supply     integer             not null,
  refills         smallint            not null default 0,
  signed_at       timestamptz,
  expires_on      date,
  created_at      timestamptz         not null default now(),
  updated_at      timestamptz         not null default now(),

  -- The target of orders_prescription_fkey.
  unique (id, patient_id),
  -- With patient_id, so that nobody's prescription can hang on another's consultation.
  constraint prescriptions_consultation_fkey
    foreign key (consultation_id, patient_id) references consultations (id, patient_id)
    on delete restrict,
  constraint prescriptions_reference_format
    check (reference ~ '^RX-[0-9]{6,}$'),
  constraint prescriptions_directions_present
    check (directions <> ''),
  constraint prescriptions_amounts_positive
    check (quantity > 0 and days_supply > 0),
  constraint prescriptions_refills_plausible
    check (refills between 0 and 11),
  constraint prescriptions_signed_has_time
    check (status in ('draft', 'cancelled') or signed_at is not null),
  constraint prescriptions_signed_expires
    check ((signed_at is null) = (expires_on is null)),
  constraint prescriptions_sent_has_pharmacy
    check (status not in ('sent', 'dispensed') or pharmacy_id is not null)
);

create index prescriptions_consultation_idx on prescriptions (consultation_id, patient_id);
create index prescriptions_patient_idx on prescriptions (patient_id, created_at desc);
create index prescriptions_provider_idx on prescriptions (provider_id);
create index prescriptions_medication_idx on prescriptions (medication_id);
create index prescriptions_pharmacy_idx on prescriptions (pharmacy_id)
  where pharmacy_id is not null;
create index prescriptions_expiry_idx on prescriptions (expires_on)
  where status in ('signed', 'sent', 'dispensed');

comment on table prescriptions is
  'What a provider prescribed in a consultation.';
comment on column prescriptions.directions is
  'What the label says (sig).';
comment on column prescriptions.refills is
  'Fills allowed after the first.';

create table orders (
  id                       uuid         primary key default gen_random_uuid(),
  reference                text         not null unique,
  patient_id               uuid         not null references patients on delete restrict,
  prescription_id          uuid         not null,
  fill_number              smallint     not null default 1,
  status                   order_status not null default 'pending',
  subtotal_cents           integer      not null,
  shipping_cents           integer      not null default 0,
  tax_cents                integer      not null default 0,
  total_cents              integer      not null
                             generated always as (subtotal_cents + shipping_cents + tax_cents)
                             stored,
  currency                 text         not null default 'usd',
  stripe_payment_intent_id text         unique,
  carrier                  text,
  tracking_number          text,
  paid_at                  timestamptz,
  shipped_at               timestamptz,
  delivered_at             timestamptz,
  created_at               timestamptz  not null default now(),
  updated_at               timestamptz  not null default now(),

  unique (id, patient_id),
  constraint orders_prescription_fkey
    foreign key (prescription_id, patient_id) references prescriptions (id, patient_id)
    on delete restrict,
  constraint orders_reference_format
    check (reference ~ '^ORD-[0-9]{6,}$'),
  constraint orders_fill_number_plausible
    check (fill_number between 1 and 12),
  constraint orders_amounts_not_negative
    check (subtotal_cents >= 0 and shipping_cents >= 0 and tax_cents >= 0),
  constraint orders_currency_is_iso_code
    check (currency ~ '^[a-z]{3}$'),
  constraint orders_stripe_payment_intent_id_prefix
    check (stripe_payment_intent_id ~ '^pi_'),
  constraint orders_paid_has_time
    check (status in ('pending', 'cancelled') or paid_at is not null),
  constraint orders_shipped_has_time
    check (status not in ('shipped', 'delivered') or shipped_at is not null),
  constraint orders_delivered_has_time
    check (status <> 'delivered' or delivered_at is not null),
  constraint orders_times_in_order
    check (shipped_at >= paid_at and delivered_at >= shipped_at),
  constraint orders_tracking_has_carrier
    check ((carrier is null) = (tracking_number is null))
);

create unique index orders_fill_key on orders (prescription_id, fill_number)
  where status <> 'cancelled';
create index orders_prescription_idx on orders (prescription_id, patient_id);
create index orders_patient_idx on orders (patient_id, created_at desc);
create index orders_open_idx on orders (status, created_at)
  where status in ('pending', 'paid', 'processing');

comment on table orders is
  'One fill of a prescription, paid for and shipped.';
comment on column orders.fill_number is
  '1 for the first fill, then one more for each refill.';
comment on column orders.currency is
  'ISO 4217 code in lower case, as Stripe writes it.';
comment on index orders_fill_key is
  'A fill is ordered once; a cancelled order makes room for another try.';

create table messages (
  id                 uuid        primary key default gen_random_uuid(),
  consultation_id    uuid        not null references consultations on delete cascade,
  sender_patient_id  uuid        references patients on delete restrict,
  sender_provider_id uuid        references providers on delete restrict,
  sender_admin_id    uuid        references admins on delete restrict,
  body               text        not null,
  read_at            timestamptz,
  created_at         timestamptz not null default now(),

  constraint messages_has_one_sender
    check (num_nonnulls(sender_patient_id, sender_provider_id, sender_admin_id) = 1),
  constraint messages_body_present
    check (body <> ''),
  constraint messages_read_after_sent
    check (read_at >= created_at)
);

create index messages_consultation_idx on messages (consultation_id, created_at);
create index messages_unread_idx on messages (consultation_id) where read_at is null;
create index messages_sender_patient_idx on messages (sender_patient_id)
  where sender_patient_id is not null;
create index messages_sender_provider_idx on messages (sender_provider_id)
  where sender_provider_id is not null;
create index messages_sender_admin_idx on messages (sender_admin_id)
  where sender_admin_id is not null;

comment on table messages is
  'The conversation of a consultation. A message is never edited, only marked as read.';

create table patient_documents (
  id              uuid          primary key default gen_random_uuid(),
  patient_id      uuid          not null references patients on delete cascade,
  consultation_id uuid          references consultations on delete set null,
  document_type   document_type not null,
  file_name       text          not null,
  content_type    text          not null,
  size_bytes      bigint        not null,
  storage_key     text          not null unique,
  sha256          text          not null,
  created_at      timestamptz   not null default now(),
  updated_at      timestamptz   not null default now(),

  constraint patient_documents_file_name_present
    check (file_name <> ''),
  constraint patient_documents_content_type_format
    check (content_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  constraint patient_documents_size_positive
    check (size_bytes > 0),
  constraint patient_documents_sha256_format
    check (sha256 ~ '^[0-9a-f]{64}$')
);

create index patient_documents_patient_idx on patient_documents (patient_id, document_type);
create index patient_documents_consultation_idx on patient_documents (consultation_id)
  where consultation_id is not null;

comment on table patient_documents is
  'Files that patients sent in. The content lies in the object store, not here.';
comment on column patient_documents.storage_key is
  'Key in the object store.';
comment on column patient_documents.sha256 is
  'SHA-256 of the content, lower-case hex.';


-- updated_at

create trigger consultation_settings_set_updated_at before update on consultation_settings
  for each row execute function set_updated_at();
create trigger patients_set_updated_at before update on patients
  for each row execute function set_updated_at();
create trigger providers_set_updated_at before update on providers
  for each row execute function set_updated_at();
create trigger admins_set_updated_at before update on admins
  for each row execute function set_updated_at();
create trigger admin_users_set_updated_at before update on admin_users
  for each row execute function set_updated_at();
create trigger medications_set_updated_at before update on medications
  for each row execute function set_updated_at();
create trigger pharmacies_set_updated_at before update on pharmacies
  for each row execute function set_updated_at();
create trigger consultations_set_updated_at before update on consultations
  for each row execute function set_updated_at();
create trigger prescriptions_set_updated_at before update on prescriptions
  for each row execute function set_updated_at();
create trigger orders_set_updated_at before update on orders
  for each row execute function set_updated_at();
create trigger patient_documents_set_updated_at before update on patient_documents
  for each row execute function set_updated_at();
