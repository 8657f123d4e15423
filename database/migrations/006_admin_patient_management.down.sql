-- The audit trail goes with the tables: export it first if it has to be kept.

drop table admin_audit_log;
drop function refuse_audit_log_change();

drop table billing_adjustments;
drop table patient_notes;

-- The constraint goes by name; dropping the columns takes their foreign key and indexes with them.
alter table patients
  drop constraint patients_account_status_explained,
  drop column account_status_changed_by_admin_id,
  drop column account_status_changed_at,
  drop column account_status_reason,
  drop column account_status;

drop type billing_adjustment_type;
drop type account_status;
