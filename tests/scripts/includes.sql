-- Files of its own: \i and \ir, one in the other, and rows with \copy.

\set who 'Ada; "Countess"'
\i parts/tables.sql
\ir parts/rows.sql
\copy doctor from 'data/doctors.csv' with (format csv, header, force_null (room))
\copy doctor (id, name) from data/doctors.txt
\include_relative 'parts/no_semicolon.sql'
INSERT INTO doctor VALUES (101, :'who', :'room');
