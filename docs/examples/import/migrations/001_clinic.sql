-- The tables that the import fills.

CREATE TABLE doctors (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    licence text NOT NULL UNIQUE
);

CREATE TABLE patients (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    birth_date date NOT NULL,
    email text NOT NULL UNIQUE CHECK (email = lower(email))
);

CREATE TABLE visits (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_id integer NOT NULL REFERENCES patients,
    doctor_id integer NOT NULL REFERENCES doctors,
    started_at timestamp with time zone NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 480)
);
