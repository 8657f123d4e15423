-- What the platform sent: a receipt for every submitted consultation by e-mail, a text message for
-- every shipped parcel, one of them to a number that does not answer.

insert into communication_logs (id, patient_id, consultation_id, channel, template, recipient,
                                subject, status, vendor, vendor_message_id, sent_at, delivered_at,
                                created_at)
select ('d1000000-0000-4000-8000-' || right(consultations.id::text, 12))::uuid,
       patients.id,
       consultations.id,
       'email',
       'consultation_received',
       patients.email,
       'We have received your consultation ' || consultations.reference,
       'delivered',
       'example_mail',
       'mail_' || lower(consultations.reference),
       consultations.submitted_at + interval '5 seconds',
       consultations.submitted_at + interval '9 seconds',
       consultations.submitted_at
from consultations
join patients on patients.id = consultations.patient_id
where consultations.id::text like '70000000-0000-4000-8000-%'
  and consultations.submitted_at is not null
on conflict (vendor, vendor_message_id) where vendor_message_id is not null do nothing;

insert into communication_logs (id, patient_id, order_id, channel, template, recipient, status,
                                vendor, vendor_message_id, error, sent_at, delivered_at, created_at)
select ('d2000000-0000-4000-8000-' || right(orders.id::text, 12))::uuid,
       patients.id,
       orders.id,
       'sms',
       'order_shipped',
       patients.phone,
       outcome.status::communication_status,
       'example_sms',
       'sms_' || lower(orders.reference),
       case outcome.status when 'failed' then 'number not in service' end,
       orders.shipped_at + interval '3 seconds',
       case outcome.status when 'delivered' then orders.shipped_at + interval '6 seconds' end,
       orders.shipped_at
from orders
join patients on patients.id = orders.patient_id
cross join lateral (
  select case orders.reference when 'ORD-000012' then 'failed' else 'delivered' end
) as outcome (status)
where orders.id::text like '90000000-0000-4000-8000-%'
  and orders.shipped_at is not null
on conflict (vendor, vendor_message_id) where vendor_message_id is not null do nothing;
