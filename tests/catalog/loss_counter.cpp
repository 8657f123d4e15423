#include "catalog/loss_counter.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "migration/build.hpp"
#include "report/loss_text.hpp"
#include "support/server.hpp"

namespace loss_counter {

using namespace runner;
using namespace runner::test;

struct Counted : SessionFixture {
  Counted() {
    database.execute(
        "create table orders (id int primary key, status text);"
        "insert into orders select i, case when i > 2 then 'sent' end from generate_series(1, 5) i;"
        "create table empty (i int)");
  }

  std::vector<DataLoss> count(const std::string& sql, Connection& by) {
    LossFinder finder;
    std::vector<PlannedLoss> planned;
    for (Loss& loss : finder.find(script(sql))) planned.push_back({"001_a", std::move(loss)});
    return count_losses(by, planned);
  }
  Texts losses_of(const std::string& sql, Connection& by) {
    Texts texts;
    for (const DataLoss& loss : count(sql, by)) texts.push_back(text_of(loss).text());
    return texts;
  }
  Texts losses_of(const std::string& sql) { return losses_of(sql, connection); }

  /// Sets the statistics that an ANALYZE of that many rows would leave.
  void pretend(const std::string& table, long rows) {
    database.execute(fmt::format(
        "analyze {0}; update pg_class set reltuples = {1} where oid = '{0}'::regclass", table, rows));
  }
};

}  // namespace loss_counter

BOOST_FIXTURE_TEST_SUITE(loss_counter, Counted)

BOOST_AUTO_TEST_CASE(small_tables_are_counted) {
  BOOST_TEST(losses_of("drop table orders") == Texts{"drops table public.orders: 5 rows"});
  BOOST_TEST(losses_of("truncate orders") == Texts{"empties table public.orders: 5 rows"});
  BOOST_TEST(losses_of("delete from orders") == Texts{"deletes rows from public.orders: 5 rows"});
  BOOST_TEST(losses_of("delete from orders where id = 1") ==
             Texts{"deletes rows from public.orders: up to 5 rows"});
}

BOOST_AUTO_TEST_CASE(of_a_column_only_what_is_there_counts) {
  BOOST_TEST(
      losses_of("alter table orders drop status, drop column id") ==
      (Texts{"drops column public.orders.status: 3 values", "drops column public.orders.id: 5 values"}));
}

BOOST_AUTO_TEST_CASE(what_is_not_there_or_empty_loses_nothing) {
  database.execute(
      "create view orders_view as select * from orders; create materialized view m as table orders");
  BOOST_TEST(
      losses_of(
          "drop table if exists nowhere, nowhere.orders, empty;"
          "alter table orders drop column if exists nowhere;"
          "truncate empty; delete from orders_view; drop materialized view m; drop type nowhere cascade;"
          "drop schema nowhere cascade; drop database if exists nowhere")
          .empty());
  BOOST_TEST(count_losses(connection, {}).empty());
}

BOOST_AUTO_TEST_CASE(a_generated_column_can_be_made_again) {
  database.execute("alter table orders add twice int generated always as (id * 2) stored");
  BOOST_TEST(losses_of("alter table orders drop twice").empty());
}

BOOST_AUTO_TEST_CASE(losses_come_in_their_order_and_once) {
  database.execute("create table a (i int); insert into a values (1)");
  BOOST_TEST(
      losses_of("drop table orders; do 'begin drop table x; end'; drop table a; drop table public.orders") ==
      (Texts{"drops table public.orders: 5 rows", "runs code that may lose data: 001_a.sql:1",
             "drops table public.a: 1 row"}));
}

BOOST_AUTO_TEST_CASE(names_are_written_as_sql_spells_them) {
  database.execute(
      "create schema \"My App\"; create table \"My App\".\"a\"\"b\\\" (\"C d\" int);"
      "insert into \"My App\".\"a\"\"b\\\" values (1)");
  BOOST_TEST(losses_of("alter table \"My App\".\"a\"\"b\\\" drop \"C d\"") ==
             Texts{"drops column \"My App\".\"a\"\"b\\\".\"C d\": 1 value"});
}

BOOST_AUTO_TEST_CASE(a_name_without_a_schema_is_the_first_of_search_path) {
  database.execute("create schema app; create table app.orders (i int); insert into app.orders values (1)");
  BOOST_TEST(losses_of("set search_path to nowhere, app, public; drop table orders") ==
             Texts{"drops table app.orders: 1 row"});
  connection.execute("set search_path to app");
  BOOST_TEST(losses_of("drop table orders") == Texts{"drops table app.orders: 1 row"});
  database.execute(
      "create schema runner; create table runner.orders (i int); insert into runner.orders values (1), (2)");
  BOOST_TEST(losses_of("set search_path to '$user', public; drop table orders").front() ==
             "drops table runner.orders: 2 rows");
}

BOOST_AUTO_TEST_CASE(a_large_table_is_estimated) {
  pretend("orders", 12'000'000);
  const std::vector<DataLoss> losses =
      count("drop table orders; delete from orders where id = 1", connection);
  BOOST_TEST((losses.at(0) == DataLoss{"001_a", LossKind::table, "public.orders", 12'000'000, true}));
  BOOST_TEST((losses.at(1) == DataLoss{"001_a", LossKind::some_rows, "public.orders", 12'000'000, true}));
}

BOOST_AUTO_TEST_CASE(of_a_large_column_the_part_that_is_null_is_left_out) {
  pretend("orders", 10'000'000);
  BOOST_TEST(losses_of("alter table orders drop status") ==
             Texts{"drops column public.orders.status: about 6 000 000 values"});
}

BOOST_AUTO_TEST_CASE(partitions_count_with_their_table) {
  database.execute(
      "create table p (i int) partition by range (i);"
      "create table p1 partition of p for values from (0) to (10) partition by range (i);"
      "create table p11 partition of p1 for values from (0) to (5);"
      "create table p2 partition of p for values from (10) to (20);"
      "insert into p select generate_series(1, 4); insert into p values (11)");
  BOOST_TEST(losses_of("drop table p") == Texts{"drops table public.p: 5 rows"});
  BOOST_TEST(losses_of("truncate p1") == Texts{"empties table public.p1: 4 rows"});
  pretend("p11", 3'000'000);
  pretend("p2", 2'000'000);
  BOOST_TEST(losses_of("drop table p") == Texts{"drops table public.p: about 5 000 000 rows"});
}

BOOST_AUTO_TEST_CASE(what_inherits_counts_unless_only_is_said) {
  database.execute("create table more () inherits (orders); insert into more values (9, 'x')");
  BOOST_TEST(losses_of("delete from orders") == Texts{"deletes rows from public.orders: 6 rows"});
  BOOST_TEST(losses_of("delete from only orders") == Texts{"deletes rows from public.orders: 5 rows"});
}

BOOST_AUTO_TEST_CASE(truncate_cascade_also_empties_what_refers_to_the_table) {
  database.execute(
      "create table lines (id int primary key, o int references orders); insert into lines values (1, 1), "
      "(2, 1);"
      "create table notes (l int references lines); insert into notes values (1);"
      "create table self (i int primary key, up int references self)");
  BOOST_TEST(losses_of("truncate orders, self cascade") ==
             (Texts{"empties table public.lines: 2 rows", "empties table public.notes: 1 row",
                    "empties table public.orders: 5 rows"}));
  BOOST_TEST(losses_of("truncate orders") == Texts{"empties table public.orders: 5 rows"});
}

BOOST_AUTO_TEST_CASE(a_schema_is_its_tables) {
  database.execute(
      "create schema app; create table app.a (i int); insert into app.a values (1);"
      "create table app.none (i int); create view app.v as table app.a;"
      "create table app.p (i int) partition by list (i); create table app.p1 partition of app.p for values "
      "in (1);"
      "create table public.q (i int) partition by list (i); create table app.q1 partition of q for values in "
      "(1);"
      "insert into app.p values (1); insert into q values (1)");
  BOOST_TEST(losses_of("drop schema app cascade") ==
             (Texts{"drops table app.a: 1 row", "drops table app.p: 1 row", "drops table app.q1: 1 row"}));
}

BOOST_AUTO_TEST_CASE(a_type_is_its_columns) {
  database.execute(
      "create type mood as enum ('sad', 'glad'); create domain word as text;"
      "create table a (m mood, ms mood[], w word); insert into a values ('sad', '{glad}', null);"
      "create view v as select m from a");
  BOOST_TEST(losses_of("drop type mood cascade; drop domain word cascade") ==
             (Texts{"drops column public.a.m: 1 value", "drops column public.a.ms: 1 value"}));
}

BOOST_AUTO_TEST_CASE(what_a_role_owns_is_its_tables) {
  TemporaryRole role(database);
  database.execute(fmt::format(
      "create table own (i int); insert into own values (1); analyze own; alter table own owner to {}",
      role.name()));
  BOOST_TEST(losses_of("drop owned by " + role.name()) == Texts{"drops table public.own: about 1 row"});
}

BOOST_AUTO_TEST_CASE(a_database_that_is_there_is_lost_as_a_whole) {
  BOOST_TEST(losses_of("drop database " + database.name()) == Texts{"drops database " + database.name()});
}

BOOST_AUTO_TEST_CASE(a_table_that_another_session_keeps_locked_does_not_hide_the_others) {
  database.execute("create table a (i int); insert into a values (1); create table b (i int)");
  database.execute("begin; lock table orders, b in access exclusive mode");
  const Texts losses = losses_of("drop table orders; drop table a; drop table b");
  BOOST_TEST(losses.size() == 3U);
  // The server's estimate depends on the statistics that it has received so far.
  BOOST_TEST((losses.at(0) == "drops table public.orders: about 5 rows" ||
              losses.at(0) == "drops table public.orders: row count unknown"));
  BOOST_TEST(losses.at(1) == "drops table public.a: 1 row");
  BOOST_TEST(losses.at(2) == "drops table public.b: row count unknown");
  BOOST_TEST(connection.idle());
}

BOOST_AUTO_TEST_CASE(what_may_not_be_read_is_estimated_and_stays_unread) {
  TemporaryRole role(database);
  database.execute("analyze orders");
  Connection other = connect(role.url());
  BOOST_TEST(
      losses_of("drop table orders; drop table empty", other) ==
      (Texts{"drops table public.orders: about 5 rows", "drops table public.empty: row count unknown"}));
}

// An index of the table calls a function whenever the server plans a statement with the table.
BOOST_AUTO_TEST_CASE(a_table_of_another_role_is_estimated_without_its_code) {
  const TemporaryRole role(database);
  database.execute(fmt::format(
      "create table secrets (i int);"
      "create function planted(int) returns int immutable language plpgsql as 'begin return 1; end';"
      "create table theirs (i int); insert into theirs values (1), (2); analyze theirs;"
      "create index on theirs (i) where planted(1) = i; alter table theirs owner to {0};"
      "create or replace function planted(int) returns int immutable language plpgsql as"
      " 'begin raise exception ''called''; end'; alter function planted(int) owner to {0}",
      role.name()));
  BOOST_CHECK_EXCEPTION(database.execute("select count(*) from theirs"), Error,
                        failed("called").sqlstate("P0001"));
  BOOST_TEST(losses_of("drop table theirs; drop table orders") ==
             (Texts{"drops table public.theirs: about 2 rows", "drops table public.orders: 5 rows"}));
}

BOOST_AUTO_TEST_CASE(so_is_one_of_ours_with_the_code_of_another_role) {
  const TemporaryRole role(database);
  database.execute(
      fmt::format("create function planted(int) returns int immutable language sql as 'select 1';"
                  "create table parent (i int) partition by list (i);"
                  "create table part partition of parent for values in (1); insert into parent values (1);"
                  "create index on part (planted(i)); analyze part; create table plain (i int check (i > 0));"
                  "insert into plain values (1); alter function planted(int) owner to {}",
                  role.name()));
  BOOST_TEST(losses_of("drop table parent; drop table plain") ==
             (Texts{"drops table public.parent: about 1 row", "drops table public.plain: 1 row"}));
  database.execute("alter function planted(int) owner to session_user");
  BOOST_TEST(losses_of("drop table parent") == Texts{"drops table public.parent: 1 row"});
}

BOOST_AUTO_TEST_CASE(rows_that_a_policy_hides_are_not_forgotten) {
  TemporaryRole role(database);
  database.execute(
      fmt::format("analyze orders; alter table orders enable row level security, force row level security;"
                  "alter table orders owner to {}",
                  role.name()));
  Connection owner = connect(role.url());
  BOOST_TEST(losses_of("drop table orders", owner) == Texts{"drops table public.orders: about 5 rows"});
}

BOOST_AUTO_TEST_CASE(counting_leaves_no_trace_in_the_session) {
  connection.execute("set lock_timeout to '7s'; set statement_timeout to '9s'");
  losses_of("drop table orders");
  BOOST_TEST(connection.idle());
  BOOST_TEST(connection.execute("show lock_timeout").text(0, 0) == "7s");
  BOOST_TEST(connection.execute("show statement_timeout").text(0, 0) == "9s");
  BOOST_TEST(connection.execute("show transaction_read_only").text(0, 0) == "off");
}

BOOST_AUTO_TEST_CASE(many_losses_are_no_burden) {
  std::string sql;
  for (int i = 0; i < 20'000; ++i) sql += fmt::format("delete from orders where id = {};\n", i);
  BOOST_TEST(losses_of(sql) == Texts{"deletes rows from public.orders: up to 5 rows"});
}

BOOST_AUTO_TEST_SUITE_END()
