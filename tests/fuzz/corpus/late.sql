select 1;
-- runner: no-transaction
