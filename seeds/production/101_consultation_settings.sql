-- What production does differently: prices and promises that have been announced to patients, and
-- the kinds of consultation that are not open yet.

update consultation_settings
set price_cents    = production.price_cents,
    response_hours = production.response_hours,
    is_active      = production.is_active
from (values
  ('allergies',                1900, 12, true),
  ('migraine',                 4900, 12, true),
  ('mental_health',            9900, 48, false),
  ('urinary_tract_infection',  3900,  2, true),
  ('weight_loss',             12900, 24, true)
) as production (consultation_type, price_cents, response_hours, is_active)
where consultation_settings.consultation_type = production.consultation_type
  and (consultation_settings.price_cents,
       consultation_settings.response_hours,
       consultation_settings.is_active)
      is distinct from
      (production.price_cents,
       production.response_hours,
       production.is_active);
