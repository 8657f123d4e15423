-- The kinds of consultation on offer, in every environment.
--
-- Price, response time and availability only get their first value here. Afterwards they belong to
-- the environment (seeds/<environment>/) and to the staff who run it.

insert into consultation_settings (consultation_type, display_name, description, mode, price_cents,
                                   response_hours, duration_minutes, minimum_age)
values
  ('general',                 'General consultation',    'Anything that does not fit elsewhere.',                'video', 7900, 24,   20, 18),
  ('acne',                    'Acne',                    'Review of photos, then a cream, gel or tablet plan.',  'async', 3900, 24, null, 13),
  ('allergies',               'Seasonal allergies',      'Relief for hay fever and other seasonal allergies.',   'async', 2900, 24, null, 18),
  ('contraception',           'Birth control',           'First prescription, change of method, or renewal.',    'async', 2900, 12, null, 16),
  ('erectile_dysfunction',    'Erectile dysfunction',    'Discreet review of history, risks and treatment.',     'async', 3900, 24, null, 18),
  ('hair_loss',               'Hair loss',               'Review of photos, then a topical or oral plan.',       'async', 3900, 24, null, 18),
  ('mental_health',           'Anxiety and low mood',    'A conversation; medication where it helps.',           'video', 9900, 48,   40, 18),
  ('migraine',                'Migraine',                'Treatment of attacks, and prevention where it helps.', 'phone', 4900, 24,   15, 18),
  ('urinary_tract_infection', 'Urinary tract infection', 'Same-day help for an uncomplicated infection.',        'async', 3900,  4, null, 18),
  ('weight_loss',             'Weight management',       'History, laboratory values, a plan and follow-up.',    'video', 9900, 48,   30, 18)
on conflict (consultation_type) do update
set display_name     = excluded.display_name,
    description      = excluded.description,
    mode             = excluded.mode,
    duration_minutes = excluded.duration_minutes,
    minimum_age      = excluded.minimum_age
where (consultation_settings.display_name,
       consultation_settings.description,
       consultation_settings.mode,
       consultation_settings.duration_minutes,
       consultation_settings.minimum_age)
      is distinct from
      (excluded.display_name,
       excluded.description,
       excluded.mode,
       excluded.duration_minutes,
       excluded.minimum_age);
