alter table patients
  drop column sms_opt_out_at,
  drop column email_opt_out_at;

drop table communication_logs;

drop type communication_status;
drop type communication_channel;
