-- Types, domains, sequences, generated columns and constraints.

CREATE TYPE mood AS ENUM ('sad;', 'it''s ok', 'größer', '😀');
CREATE TYPE address AS (street text, "zip;code" text);
CREATE DOMAIN email AS text CHECK (VALUE ~ '^[^@;]+@[^@;]+$') CONSTRAINT not_long CHECK (length(VALUE) < 100);
CREATE TYPE minutes_range AS RANGE (SUBTYPE = int4, MULTIRANGE_TYPE_NAME = minutes_ranges);
CREATE SEQUENCE ticket START 1000 INCREMENT BY 5 MINVALUE 0 CACHE 1;
CREATE COLLATION byte_order (provider = libc, locale = 'C');

CREATE TABLE booking (
    id int DEFAULT nextval('ticket') PRIMARY KEY,
    mail email,
    who mood DEFAULT 'it''s ok',
    home address,
    span minutes_range NOT NULL,
    taken int GENERATED ALWAYS AS (upper(span) - lower(span)) STORED,
    label text COLLATE byte_order,
    CONSTRAINT "no; overlap" EXCLUDE USING gist (span WITH &&),
    CHECK (CASE WHEN who = 'sad;' THEN label IS NOT NULL ELSE true END)
);
CREATE UNIQUE INDEX ON booking (lower(mail)) INCLUDE (label) WHERE mail IS NOT NULL;
CREATE STATISTICS booking_stats (dependencies, mcv) ON who, label FROM booking;

INSERT INTO booking (mail, who, home, span, label) VALUES
    ('a@b.c', '😀', ROW('1; Main "St"', '(0)'), '[0,30)', E'tab\tnl\n'),
    ('größe@b.c', 'größer', NULL, '[30,45)', U&'\0441\+01F600'),
    (NULL, DEFAULT, ('x', NULL), '[60,90)', B'1010'::text || X'1F'::text || N'n''' || 'a'
        'b');
CREATE CAST (mood AS int) WITH FUNCTION pg_catalog.hashenum(anyenum);
DROP CAST (mood AS int);
ALTER TYPE mood RENAME VALUE 'sad;' TO 'blue; ''really''';
SELECT setval('ticket', 5000, false);
CREATE TABLE dates AS SELECT (ARRAY[10, 20, 30, 40])[2:3] AS slice, '2026-01-31'::date + '1 mon'::interval AS later, 1::int8;
