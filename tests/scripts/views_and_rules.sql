-- Views, materialized views, and rules with several actions.

CREATE TABLE patient (id int PRIMARY KEY, name text NOT NULL, referred_by int REFERENCES patient, active boolean DEFAULT true);
CREATE TABLE patient_log (at_row int GENERATED ALWAYS AS IDENTITY, what text, patient_id int);

INSERT INTO patient VALUES (1, 'Ada', NULL, true), (2, 'Ben', 1, true), (3, 'Cleo', 2, false), (4, 'O''Neil; \', 2, DEFAULT);

CREATE VIEW active_patient WITH (security_barrier) AS
    SELECT id, name, CASE WHEN referred_by IS NULL THEN 'direct' ELSE 'referred' END AS "end", referred_by
    FROM patient WHERE active
    WITH LOCAL CHECK OPTION;

CREATE RECURSIVE VIEW referral (id, name, depth) AS
    SELECT id, name, 0 FROM patient WHERE referred_by IS NULL
    UNION ALL
    SELECT p.id, p.name, r.depth + 1 FROM patient p JOIN referral r ON r.id = p.referred_by;

CREATE MATERIALIZED VIEW depth_count AS
    WITH counted AS MATERIALIZED (SELECT depth, count(*) AS patients FROM referral GROUP BY depth)
    SELECT * FROM counted
    WITH NO DATA;
CREATE UNIQUE INDEX ON depth_count (depth);
REFRESH MATERIALIZED VIEW depth_count;

-- The semicolons in the parentheses belong to the rule.
CREATE RULE log_update AS ON UPDATE TO patient WHERE old.name IS DISTINCT FROM new.name DO ALSO (
    INSERT INTO patient_log (what, patient_id) VALUES ('from; ' || old.name, old.id);
    INSERT INTO patient_log (what, patient_id) VALUES ('to ) ' || new.name, new.id);
);
CREATE OR REPLACE RULE "soft; delete" AS ON DELETE TO patient DO INSTEAD (
    UPDATE patient SET active = false WHERE id = old.id;
    INSERT INTO patient_log (what, patient_id) VALUES ($$gone; $$, old.id)
);
CREATE RULE keep_log AS ON DELETE TO patient_log DO INSTEAD NOTHING;

UPDATE patient SET name = upper(name) WHERE id IN (1, 2);
DELETE FROM patient WHERE id = 4;
DELETE FROM patient_log;

COMMENT ON VIEW active_patient IS 'it''s; a "view" -- not a comment';
COMMENT ON COLUMN active_patient."end" IS E'tab\there; newline\nthere; quote\' backslash\\';
COMMENT ON RULE "soft; delete" ON patient IS $c$ends; nothing$c$;
