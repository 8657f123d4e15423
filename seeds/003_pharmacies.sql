-- Partner pharmacies, by NCPDP number. All of them are invented: numbers that begin with 999, and
-- telephone numbers from the range reserved for fiction.

insert into pharmacies (id, ncpdp_id, name, phone, fax, address_line1, city, state, postal_code,
                        is_mail_order, accepts_eprescriptions)
values
  ('40000000-0000-4000-8000-000000000001', '9990001', 'Northfield Mail Pharmacy',     '+16145550101', '+16145550102', '100 Distribution Way',    'Columbus',      'OH', '43215', true,  true),
  ('40000000-0000-4000-8000-000000000002', '9990002', 'Saguaro Mail Pharmacy',        '+16025550103', null,           '2200 Mesa Commerce Park', 'Phoenix',       'AZ', '85004', true,  true),
  ('40000000-0000-4000-8000-000000000003', '9990003', 'Harbor Street Pharmacy',       '+16175550104', '+16175550105', '18 Harbor Street',        'Boston',        'MA', '02110', false, true),
  ('40000000-0000-4000-8000-000000000004', '9990004', 'Five Boroughs Pharmacy',       '+17185550106', null,           '451 Linden Avenue',       'Brooklyn',      'NY', '11226', false, true),
  ('40000000-0000-4000-8000-000000000005', '9990005', 'Peachtree Corner Drugs',       '+14045550107', '+14045550108', '77 Magnolia Square',      'Atlanta',       'GA', '30303', false, true),
  ('40000000-0000-4000-8000-000000000006', '9990006', 'Bayside Community Pharmacy',   '+13055550109', null,           '900 Pelican Drive',       'Miami',         'FL', '33130', false, true),
  ('40000000-0000-4000-8000-000000000007', '9990007', 'Prairie Family Pharmacy',      '+13125550110', null,           '1210 Larkspur Street',    'Chicago',       'IL', '60607', false, true),
  ('40000000-0000-4000-8000-000000000008', '9990008', 'Lone Star Neighborhood Drugs', '+15125550111', null,           '305 Bluebonnet Lane',     'Austin',        'TX', '78701', false, true),
  ('40000000-0000-4000-8000-000000000009', '9990009', 'Front Range Apothecary',       '+13035550112', null,           '64 Columbine Road',       'Denver',        'CO', '80202', false, true),
  ('40000000-0000-4000-8000-000000000010', '9990010', 'Evergreen Care Pharmacy',      '+12065550113', null,           '780 Cedar Hill Road',     'Seattle',       'WA', '98101', false, true),
  ('40000000-0000-4000-8000-000000000011', '9990011', 'Golden Poppy Pharmacy',        '+14155550114', null,           '29 Eucalyptus Street',    'San Francisco', 'CA', '94103', false, true),
  ('40000000-0000-4000-8000-000000000012', '9990012', 'Old Mill Pharmacy',            '+12155550115', '+12155550116', '8 Millrace Court',        'Philadelphia',  'PA', '19103', false, false)
on conflict (ncpdp_id) do update
set name                   = excluded.name,
    phone                  = excluded.phone,
    fax                    = excluded.fax,
    address_line1          = excluded.address_line1,
    city                   = excluded.city,
    state                  = excluded.state,
    postal_code            = excluded.postal_code,
    is_mail_order          = excluded.is_mail_order,
    accepts_eprescriptions = excluded.accepts_eprescriptions
where (pharmacies.name,
       pharmacies.phone,
       pharmacies.fax,
       pharmacies.address_line1,
       pharmacies.city,
       pharmacies.state,
       pharmacies.postal_code,
       pharmacies.is_mail_order,
       pharmacies.accepts_eprescriptions)
      is distinct from
      (excluded.name,
       excluded.phone,
       excluded.fax,
       excluded.address_line1,
       excluded.city,
       excluded.state,
       excluded.postal_code,
       excluded.is_mail_order,
       excluded.accepts_eprescriptions);
