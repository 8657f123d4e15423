-- Takes out what the import brought, and nothing else.

DELETE FROM visits WHERE legacy_line IS NOT NULL;
DELETE FROM patients WHERE legacy_id IS NOT NULL;
DELETE FROM doctors WHERE legacy_id IS NOT NULL;

ALTER TABLE visits DROP COLUMN legacy_line;
ALTER TABLE patients DROP COLUMN legacy_id;
ALTER TABLE doctors DROP COLUMN legacy_id;

DROP TABLE import_quarantine, import_errors;
