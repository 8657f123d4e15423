-- +goose NO TRANSACTION
-- +goose Up
select 1;
-- +goose Down
drop table t;
