-- Brings doctors, patients and visits over from the old system's three CSV files. What is right is
-- imported; what is not stays in import_quarantine, with the reason.

-- More bad rows than this, in percent of a file, and nothing is imported.
\set most_bad 10

-- 1. Read: everything as text, so that no row can fail here. Line 1 is the header.
\echo reading doctors, patients and visits

CREATE SCHEMA staging;
CREATE TABLE staging.doctors (
    line integer GENERATED ALWAYS AS IDENTITY (START 2), id text, name text, licence text
);
CREATE TABLE staging.patients (
    line integer GENERATED ALWAYS AS IDENTITY (START 2), id text, name text, birth_date text, email text
);
CREATE TABLE staging.visits (
    line integer GENERATED ALWAYS AS IDENTITY (START 2), patient text, doctor text, started_at text, minutes text
);

\copy staging.doctors (id, name, licence) from '../data/doctors.csv' with (format csv, header)
\copy staging.patients (id, name, birth_date, email) from '../data/patients.csv' with (format csv, header)
\copy staging.visits (patient, doctor, started_at, minutes) from '../data/visits.csv' with (format csv, header)

-- 2. Transform: blanks and capital letters that mean nothing.
UPDATE staging.doctors SET name = nullif(trim(name), ''), licence = nullif(upper(trim(licence)), '');
UPDATE staging.patients SET name = nullif(trim(name), ''), email = lower(trim(email));

-- 3. Validate: one row for each thing that is wrong, so that all are found at once.
CREATE TABLE import_errors (
    file text,
    line integer,
    "column" text,
    value text,
    reason text NOT NULL,
    PRIMARY KEY (file, line, "column")
);

CREATE FUNCTION staging.is_a(type regtype, value text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('SELECT %L::%s', value, type);
    RETURN value IS NOT NULL;
EXCEPTION WHEN data_exception THEN
    RETURN false;
END;
$$;

INSERT INTO import_errors
SELECT 'doctors.csv', line, wrong.*
FROM staging.doctors, LATERAL (VALUES
    ('name', name, CASE WHEN name IS NULL THEN 'is missing' END),
    ('licence', licence, CASE WHEN licence IS NULL THEN 'is missing' END)
) AS wrong ("column", value, reason)
WHERE reason IS NOT NULL;

INSERT INTO import_errors
SELECT 'patients.csv', line, wrong.*
FROM staging.patients, LATERAL (VALUES
    ('name', name, CASE WHEN name IS NULL THEN 'is missing' END),
    ('birth_date', birth_date, CASE
        WHEN NOT staging.is_a('date', birth_date) THEN 'is no date'
        WHEN birth_date::date > DATE '2026-01-01' THEN 'is in the future' END),
    ('email', email, CASE WHEN email !~ '^[^@ ]+@[^@ ]+\.[a-z]+$' THEN 'is no address' END)
) AS wrong ("column", value, reason)
WHERE reason IS NOT NULL;

INSERT INTO import_errors
SELECT 'visits.csv', line, wrong.*
FROM staging.visits, LATERAL (VALUES
    ('started_at', started_at, CASE WHEN NOT staging.is_a('timestamptz', started_at) THEN 'is no time' END),
    ('minutes', minutes, CASE
        WHEN NOT staging.is_a('integer', minutes) THEN 'is no number'
        WHEN minutes::integer NOT BETWEEN 1 AND 480 THEN 'is not between 1 and 480' END)
) AS wrong ("column", value, reason)
WHERE reason IS NOT NULL;

-- 4. Duplicates: of the sound rows with one address the first is the patient; the visits of the
--    others become hers.
CREATE TABLE staging.same_patient AS
SELECT line, id, email,
       first_value(line) OVER same AS first_line, first_value(id) OVER same AS first_id
FROM staging.patients AS p
WHERE NOT EXISTS (SELECT FROM import_errors AS e WHERE e.file = 'patients.csv' AND e.line = p.line)
WINDOW same AS (PARTITION BY email ORDER BY line);

INSERT INTO import_errors
SELECT 'patients.csv', line, 'email', email, 'is the address of line ' || first_line
FROM staging.same_patient WHERE line <> first_line;

-- 5. Import, and resolve the foreign keys. The old numbers are kept: the down file needs them.
ALTER TABLE doctors ADD COLUMN legacy_id text UNIQUE;
ALTER TABLE patients ADD COLUMN legacy_id text UNIQUE;
ALTER TABLE visits ADD COLUMN legacy_line integer UNIQUE;

INSERT INTO doctors (name, licence, legacy_id)
SELECT name, licence, id FROM staging.doctors AS d
WHERE NOT EXISTS (SELECT FROM import_errors AS e WHERE e.file = 'doctors.csv' AND e.line = d.line)
ORDER BY line;

INSERT INTO patients (name, birth_date, email, legacy_id)
SELECT name, birth_date::date, email, id FROM staging.patients AS p
WHERE NOT EXISTS (SELECT FROM import_errors AS e WHERE e.file = 'patients.csv' AND e.line = p.line)
ORDER BY line;

INSERT INTO import_errors
SELECT 'visits.csv', line, wrong.*
FROM staging.visits AS v, LATERAL (VALUES
    ('patient', patient, NOT EXISTS (SELECT FROM staging.same_patient AS s WHERE s.id = v.patient)),
    ('doctor', doctor, NOT EXISTS (SELECT FROM doctors AS d WHERE d.legacy_id = v.doctor))
) AS missing ("column", value, is_missing),
LATERAL (SELECT "column", value, 'was not imported') AS wrong
WHERE is_missing;

INSERT INTO visits (patient_id, doctor_id, started_at, minutes, legacy_line)
SELECT p.id, d.id, v.started_at::timestamptz, v.minutes::integer, v.line
FROM staging.visits AS v
JOIN staging.same_patient AS s ON s.id = v.patient
JOIN patients AS p ON p.legacy_id = s.first_id
JOIN doctors AS d ON d.legacy_id = v.doctor
WHERE NOT EXISTS (SELECT FROM import_errors AS e WHERE e.file = 'visits.csv' AND e.line = v.line)
ORDER BY v.line;

-- 6. Keep what was not imported, as it came and with every reason.
CREATE TABLE import_quarantine (
    file text,
    line integer,
    fields jsonb NOT NULL,
    reasons text[] NOT NULL,
    PRIMARY KEY (file, line)
);

INSERT INTO import_quarantine
SELECT file, line, fields - 'line', array_agg(format('%s %s', "column", reason) ORDER BY "column")
FROM import_errors
JOIN (
    SELECT 'doctors.csv' AS file, line, to_jsonb(d) AS fields FROM staging.doctors AS d
    UNION ALL SELECT 'patients.csv', line, to_jsonb(p) FROM staging.patients AS p
    UNION ALL SELECT 'visits.csv', line, to_jsonb(v) FROM staging.visits AS v
) AS rows USING (file, line)
GROUP BY file, line, fields;

-- 7. Reconcile: every row that was read is in exactly one place, or none of this has happened.
--    Variables are not filled in inside of $$, so the limit goes there as a setting.
SELECT set_config('import.most_bad', :'most_bad', true);

DO $$
DECLARE
    counted record;
BEGIN
    FOR counted IN
        SELECT file, read, imported, (SELECT count(*) FROM import_quarantine AS q WHERE q.file = f.file) AS bad
        FROM (VALUES
            ('doctors.csv', (SELECT count(*) FROM staging.doctors), (SELECT count(legacy_id) FROM doctors)),
            ('patients.csv', (SELECT count(*) FROM staging.patients), (SELECT count(legacy_id) FROM patients)),
            ('visits.csv', (SELECT count(*) FROM staging.visits), (SELECT count(legacy_line) FROM visits))
        ) AS f (file, read, imported)
    LOOP
        RAISE NOTICE '%: % read, % imported, % in quarantine', counted.file, counted.read, counted.imported, counted.bad;
        ASSERT counted.read = counted.imported + counted.bad, counted.file || ' does not add up';
        IF counted.bad * 100 > counted.read * current_setting('import.most_bad')::integer THEN
            RAISE EXCEPTION '% of % rows in % are bad', counted.bad, counted.read, counted.file
                USING HINT = 'Correct the file, or allow more with \set most_bad.';
        END IF;
    END LOOP;
END;
$$;

DROP TABLE staging.doctors, staging.patients, staging.visits, staging.same_patient;
DROP FUNCTION staging.is_a;
DROP SCHEMA staging;
