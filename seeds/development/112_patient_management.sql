-- What the two admins did: a suspended account, notes, corrections of bills, and the trail of it.

update patients
set account_status                     = 'suspended',
    account_status_reason              = 'Payment disputed with the bank; see the note.',
    account_status_changed_at          = timestamptz '2026-08-03 09:15:00+00',
    account_status_changed_by_admin_id = admins.id
from admins
where lower(patients.email) = 'ronan.sheridan@example.com'
  and lower(admins.email) = 'tobias.lindqvist@example.com'
  and (patients.account_status,
       patients.account_status_reason,
       patients.account_status_changed_at,
       patients.account_status_changed_by_admin_id)
      is distinct from
      ('suspended',
       'Payment disputed with the bank; see the note.',
       timestamptz '2026-08-03 09:15:00+00',
       admins.id);

insert into patient_notes (id, patient_id, admin_id, body, is_pinned, created_at)
select ('f1000000-0000-4000-8000-' || lpad(note.number::text, 12, '0'))::uuid,
       (select id from patients where lower(email) = note.patient || '@example.com'),
       (select id from admins where lower(email) = note.admin || '@example.com'),
       note.body,
       note.is_pinned,
       note.created_at::timestamptz
from (values
  (1, 'yusuf.demir',     'tobias.lindqvist', false, '2026-05-12 10:20+00', 'First order cancelled by the card issuer, second one went through.'),
  (2, 'freya.sorensen',  'tobias.lindqvist', false, '2026-06-05 08:40+00', 'Parcel arrived open; asked for the money back.'),
  (3, 'ronan.sheridan',  'tobias.lindqvist', true,  '2026-08-03 09:20+00', 'Do not reactivate before the bank has decided.'),
  (4, 'grace.whitfield', 'orla.finnegan',    false, '2026-08-10 14:05+00', 'Prefers telephone calls after five in the afternoon.')
) as note (number, patient, admin, is_pinned, created_at, body)
on conflict (id) do update
set patient_id = excluded.patient_id,
    admin_id   = excluded.admin_id,
    body       = excluded.body,
    is_pinned  = excluded.is_pinned
where (patient_notes.patient_id,
       patient_notes.admin_id,
       patient_notes.body,
       patient_notes.is_pinned)
      is distinct from
      (excluded.patient_id,
       excluded.admin_id,
       excluded.body,
       excluded.is_pinned);

insert into billing_adjustments (id, reference, patient_id, order_id, adjustment_type, amount_cents,
                                 reason, stripe_refund_id, created_by_admin_id,
                                 approved_by_admin_id, approved_at, applied_at, created_at)
select ('f2000000-0000-4000-8000-' || lpad(adjustment.number::text, 12, '0'))::uuid,
       'ADJ-' || lpad(adjustment.number::text, 6, '0'),
       (select id from patients where lower(email) = adjustment.patient || '@example.com'),
       (select id from orders where reference = adjustment.order_reference),
       adjustment.adjustment_type::billing_adjustment_type,
       adjustment.amount_cents,
       adjustment.reason,
       case when adjustment.adjustment_type = 'refund' and adjustment.approved_at is not null
            then 're_example_' || lpad(adjustment.number::text, 4, '0') end,
       (select id from admins where lower(email) = 'tobias.lindqvist@example.com'),
       case when adjustment.approved_at is not null then
         (select id from admins where lower(email) = 'orla.finnegan@example.com')
       end,
       adjustment.approved_at::timestamptz,
       adjustment.approved_at::timestamptz + interval '1 minute',
       adjustment.created_at::timestamptz
from (values
  (1, 'yusuf.demir',    'ORD-000020', 'credit',     500, '2026-05-12 10:25+00', '2026-05-12 11:00+00', 'Shipping waived after the failed payment.'),
  (2, 'freya.sorensen', 'ORD-000027', 'refund',    3200, '2026-06-05 08:45+00', '2026-06-05 09:10+00', 'Parcel arrived open.'),
  (3, 'ronan.sheridan', null,         'write_off', 2500, '2026-08-03 09:30+00', null,                  'Fee for the disputed payment.')
) as adjustment (number, patient, order_reference, adjustment_type, amount_cents, created_at,
                 approved_at, reason)
on conflict (reference) do update
set patient_id           = excluded.patient_id,
    order_id             = excluded.order_id,
    adjustment_type      = excluded.adjustment_type,
    amount_cents         = excluded.amount_cents,
    reason               = excluded.reason,
    stripe_refund_id     = excluded.stripe_refund_id,
    created_by_admin_id  = excluded.created_by_admin_id,
    approved_by_admin_id = excluded.approved_by_admin_id,
    approved_at          = excluded.approved_at,
    applied_at           = excluded.applied_at
where (billing_adjustments.patient_id,
       billing_adjustments.order_id,
       billing_adjustments.adjustment_type,
       billing_adjustments.amount_cents,
       billing_adjustments.reason,
       billing_adjustments.stripe_refund_id,
       billing_adjustments.created_by_admin_id,
       billing_adjustments.approved_by_admin_id,
       billing_adjustments.approved_at,
       billing_adjustments.applied_at)
      is distinct from
      (excluded.patient_id,
       excluded.order_id,
       excluded.adjustment_type,
       excluded.amount_cents,
       excluded.reason,
       excluded.stripe_refund_id,
       excluded.created_by_admin_id,
       excluded.approved_by_admin_id,
       excluded.approved_at,
       excluded.applied_at);

insert into admin_audit_log (id, admin_id, action, entity_type, entity_id, patient_id, reason,
                             old_values, new_values, ip_address, created_at)
select 'f3000000-0000-4000-8000-000000000001',
       account_status_changed_by_admin_id,
       'patient.suspend',
       'patient',
       id,
       id,
       account_status_reason,
       jsonb_build_object('account_status', 'active'),
       jsonb_build_object('account_status', account_status),
       '192.0.2.10'::inet,
       account_status_changed_at
from patients
where lower(email) = 'ronan.sheridan@example.com'
on conflict (id) do nothing;

insert into admin_audit_log (id, admin_id, action, entity_type, entity_id, patient_id, new_values,
                             ip_address, created_at)
select ('f4000000-0000-4000-8000-' || right(id::text, 12))::uuid,
       approved_by_admin_id,
       'billing_adjustment.approve',
       'billing_adjustment',
       id,
       patient_id,
       jsonb_build_object('amount_cents', amount_cents, 'adjustment_type', adjustment_type),
       '192.0.2.11'::inet,
       approved_at
from billing_adjustments
where reference in ('ADJ-000001', 'ADJ-000002')
on conflict (id) do nothing;
