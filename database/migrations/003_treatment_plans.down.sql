-- Dropping the column takes its foreign key, index and comment with it.
alter table consultations
  drop column treatment_plan_id;

drop table patient_treatments;
drop table treatment_plans;

drop type treatment_status;
