-- Drops the platform and all its data. No "cascade": anything that still depends on these tables
-- is not ours, and must stop the rollback.

drop table patient_documents;
drop table messages;
drop table orders;
drop table prescriptions;
drop table consultations;
drop table pharmacies;
drop table medications;
drop table admin_permissions;
drop table admin_users;
drop table admins;
drop table providers;
drop table patients;
drop table consultation_settings;

drop type document_type;
drop type order_status;
drop type prescription_status;
drop type consultation_status;
drop type consultation_mode;
drop type dosage_form;
drop type provider_credential;
drop type sex_at_birth;

drop function set_updated_at();
