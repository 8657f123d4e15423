-- Every e-mail, text message, push notification and call the platform sends to a patient, and the
-- patient's right to be left alone.

create type communication_channel as enum ('email', 'sms', 'push', 'voice');

create type communication_status as enum ('queued', 'sent', 'delivered', 'failed');

create table communication_logs (
  id                uuid                  primary key default gen_random_uuid(),
  patient_id        uuid                  not null references patients on delete cascade,
  consultation_id   uuid                  references consultations on delete set null,
  order_id          uuid                  references orders on delete set null,
  channel           communication_channel not null,
  template          text                  not null,
  recipient         text                  not null,
  subject           text,
  status            communication_status  not null default 'queued',
  vendor            text,
  vendor_message_id text,
  error             text,
  sent_at           timestamptz,
  delivered_at      timestamptz,
  created_at        timestamptz           not null default now(),
  updated_at        timestamptz           not null default now(),

  constraint communication_logs_template_is_snake_case
    check (template ~ '^[a-z][a-z0-9_]*$'),
  constraint communication_logs_recipient_present
    check (recipient <> ''),
  constraint communication_logs_email_has_subject
    check (channel <> 'email' or subject is not null),
  constraint communication_logs_vendor_complete
    check ((vendor is null) = (vendor_message_id is null)),
  constraint communication_logs_sent_has_time
    check (status not in ('sent', 'delivered') or sent_at is not null),
  constraint communication_logs_delivered_has_time
    check ((status = 'delivered') = (delivered_at is not null)),
  constraint communication_logs_failed_has_error
    check ((status = 'failed') = (error is not null))
);

create unique index communication_logs_vendor_message_key
  on communication_logs (vendor, vendor_message_id)
  where vendor_message_id is not null;
create index communication_logs_patient_idx on communication_logs (patient_id, created_at desc);
create index communication_logs_consultation_idx on communication_logs (consultation_id)
  where consultation_id is not null;
create index communication_logs_order_idx on communication_logs (order_id)
  where order_id is not null;
create index communication_logs_queue_idx on communication_logs (created_at)
  where status = 'queued';
create index communication_logs_failed_idx on communication_logs (created_at desc)
  where status = 'failed';

comment on table communication_logs is
  'What was sent to patients, over which channel, and whether it arrived.';
comment on column communication_logs.template is
  'Name of the template. The rendered text is not kept: it may hold health information.';
comment on column communication_logs.recipient is
  'Address, number or device as it was used, even if the patient has changed it since.';
comment on column communication_logs.vendor_message_id is
  'The vendor''s own identifier: its delivery reports find the row by it.';
comment on column communication_logs.delivered_at is
  'The vendor''s clock, which may be behind ours.';

create trigger communication_logs_set_updated_at before update on communication_logs
  for each row execute function set_updated_at();

alter table patients
  add column email_opt_out_at timestamptz,
  add column sms_opt_out_at   timestamptz;

comment on column patients.email_opt_out_at is
  'When the patient refused e-mail that is not about care in progress; null means allowed.';
comment on column patients.sms_opt_out_at is
  'When the patient answered STOP; null means text messages are allowed.';
