-- runner: no-transaction
-- runner: lock-timeout 1s
-- runner: irreversible "gone"
select 1;
