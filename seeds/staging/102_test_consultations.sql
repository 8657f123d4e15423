-- Something to look at for each test account: an open request, and a filled prescription with a refill
-- left. References count from 900001, away from those the application gives.

insert into consultations (id, reference, patient_id, provider_id, consultation_type, status,
                           chief_complaint, price_cents, stripe_payment_intent_id, submitted_at,
                           closed_at, created_at)
select consultation.id::uuid,
       consultation.reference,
       (select id from patients where lower(email) = consultation.patient || '.staging@example.com'),
       (select id from providers where npi = consultation.provider_npi),
       consultation.consultation_type,
       consultation.status::consultation_status,
       consultation.chief_complaint,
       consultation.price_cents,
       consultation.stripe_payment_intent_id,
       consultation.submitted_at::timestamptz,
       consultation.closed_at::timestamptz,
       consultation.created_at::timestamptz
from (values
  ('71000000-0000-4000-8000-000000000001', 'CON-900001', 'regular',   null,         'acne',      'submitted', 3900, 'pi_example_staging_con_0001', '2026-01-07 15:00+00', '2026-01-07 15:10+00', null,                  'Test request, waiting in the queue.'),
  ('71000000-0000-4000-8000-000000000002', 'CON-900002', 'refill',    '9990000102', 'hair_loss', 'completed', 3900, 'pi_example_staging_con_0002', '2026-01-08 15:00+00', '2026-01-08 15:10+00', '2026-01-08 18:00+00', 'Test request, completed.'),
  ('71000000-0000-4000-8000-000000000003', 'CON-900003', 'edge.case', null,         'allergies', 'draft',     2900, null,                          '2026-01-09 15:00+00', null,                  null,                  'Test request with a quote  and a sign €.')
) as consultation (id, reference, patient, provider_npi, consultation_type, status, price_cents,
                   stripe_payment_intent_id, created_at, submitted_at, closed_at, chief_complaint)
on conflict (reference) do update
set provider_id              = excluded.provider_id,
    consultation_type        = excluded.consultation_type,
    status                   = excluded.status,
    chief_complaint          = excluded.chief_complaint,
    price_cents              = excluded.price_cents,
    stripe_payment_intent_id = excluded.stripe_payment_intent_id,
    submitted_at             = excluded.submitted_at,
    closed_at                = excluded.closed_at
where (consultations.provider_id,
       consultations.consultation_type,
       consultations.status,
       consultations.chief_complaint,
       consultations.price_cents,
       consultations.stripe_payment_intent_id,
       consultations.submitted_at,
       consultations.closed_at)
      is distinct from
      (excluded.provider_id,
       excluded.consultation_type,
       excluded.status,
       excluded.chief_complaint,
       excluded.price_cents,
       excluded.stripe_payment_intent_id,
       excluded.submitted_at,
       excluded.closed_at);

insert into prescriptions (id, reference, consultation_id, patient_id, provider_id, medication_id,
                           pharmacy_id, status, directions, quantity, days_supply, refills,
                           signed_at, expires_on, created_at)
select '81000000-0000-4000-8000-000000000001',
       'RX-900001',
       id,
       patient_id,
       provider_id,
       (select id from medications where sku = 'FINASTERIDE-TAB-1'),
       (select id from pharmacies where ncpdp_id = '9990002'),
       'dispensed',
       'One tablet daily.',
       90,
       90,
       3,
       closed_at,
       date '2027-01-08',
       closed_at
from consultations
where reference = 'CON-900002'
on conflict (reference) do update
set medication_id = excluded.medication_id,
    pharmacy_id   = excluded.pharmacy_id,
    status        = excluded.status,
    directions    = excluded.directions,
    quantity      = excluded.quantity,
    days_supply   = excluded.days_supply,
    refills       = excluded.refills,
    signed_at     = excluded.signed_at,
    expires_on    = excluded.expires_on
where (prescriptions.medication_id,
       prescriptions.pharmacy_id,
       prescriptions.status,
       prescriptions.directions,
       prescriptions.quantity,
       prescriptions.days_supply,
       prescriptions.refills,
       prescriptions.signed_at,
       prescriptions.expires_on)
      is distinct from
      (excluded.medication_id,
       excluded.pharmacy_id,
       excluded.status,
       excluded.directions,
       excluded.quantity,
       excluded.days_supply,
       excluded.refills,
       excluded.signed_at,
       excluded.expires_on);

insert into orders (id, reference, patient_id, prescription_id, status, subtotal_cents,
                    stripe_payment_intent_id, carrier, tracking_number, paid_at, shipped_at,
                    delivered_at, created_at)
select '91000000-0000-4000-8000-000000000001',
       'ORD-900001',
       patient_id,
       id,
       'delivered',
       7500,
       'pi_example_staging_ord_0001',
       'Example Parcel',
       'EXSTAGING0001',
       timestamptz '2026-01-08 18:30:00+00',
       timestamptz '2026-01-09 14:00:00+00',
       timestamptz '2026-01-12 17:00:00+00',
       timestamptz '2026-01-08 18:20:00+00'
from prescriptions
where reference = 'RX-900001'
on conflict (reference) do update
set status                   = excluded.status,
    subtotal_cents           = excluded.subtotal_cents,
    stripe_payment_intent_id = excluded.stripe_payment_intent_id,
    carrier                  = excluded.carrier,
    tracking_number          = excluded.tracking_number,
    paid_at                  = excluded.paid_at,
    shipped_at               = excluded.shipped_at,
    delivered_at             = excluded.delivered_at
where (orders.status,
       orders.subtotal_cents,
       orders.stripe_payment_intent_id,
       orders.carrier,
       orders.tracking_number,
       orders.paid_at,
       orders.shipped_at,
       orders.delivered_at)
      is distinct from
      (excluded.status,
       excluded.subtotal_cents,
       excluded.stripe_payment_intent_id,
       excluded.carrier,
       excluded.tracking_number,
       excluded.paid_at,
       excluded.shipped_at,
       excluded.delivered_at);

insert into messages (id, consultation_id, sender_patient_id, body, created_at)
select 'a1000000-0000-4000-8000-000000000001',
       id,
       patient_id,
       'Test message, not read yet.',
       timestamptz '2026-01-08 17:00:00+00'
from consultations
where reference = 'CON-900002'
on conflict (id) do nothing;
