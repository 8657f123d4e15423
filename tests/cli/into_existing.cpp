// A database that has tables but no history.

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace into_existing {

using namespace runner::test;
using Names = std::vector<std::string>;

struct Existing : RunnerFixture {
  Existing() { migration("001_a.sql", "create table a (i int);\n"); }
};

constexpr std::string_view kRefused = R"(
err: error: the database has tables, but no migration_history
err: detail: It has public.users.
err: hint: Check that this is the right database, and --schema. To apply the migrations to this database, add --into-existing.
exit: 4
)";

}  // namespace into_existing

BOOST_FIXTURE_TEST_SUITE(into_existing, Existing)

BOOST_AUTO_TEST_CASE(up_refuses_a_database_with_tables_and_no_history) {
  database.execute("create table users (i int)");
  BOOST_TEST(said(run({"up"})) == kRefused);
  BOOST_TEST(said(run({"up", "--dry-run"})) == kRefused);
  BOOST_TEST(!database.exists("migration_history"));
  BOOST_TEST(!database.exists("a"));
}

BOOST_AUTO_TEST_CASE(up_applies_beside_them_when_that_is_asked_for) {
  database.execute("create table users (i int)");
  BOOST_TEST(run({"up", "--into-existing"}).exit_code == 0);
  BOOST_TEST(history() == Names{"001_a.sql"});
  migration("002_b.sql", "create table b (i int);\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_history_without_rows_is_one) {
  given("create table users (i int)");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(every_schema_of_search_path_counts_and_that_of_runners_tables) {
  database.execute(
      "create schema app; create schema ops; create schema other; create table app.t (i int);"
      "create table other.o (i int) partition by list (i); alter database " +
      database.name() + " set search_path = public, app");
  BOOST_TEST(says(run({"up"}), 4, "detail: It has app.t.\n"));
  database.execute("drop table app.t");
  BOOST_TEST(says(run({"up", "--schema", "other"}), 4, "detail: It has other.o.\n"));
  BOOST_TEST(run({"up", "--schema", "ops"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(only_ordinary_tables_count_and_none_of_an_extension) {
  database.execute(
      "create view v as select 1 as i; create sequence s; create materialized view m as select 1 as i;"
      "create type kind as enum ('x'); create table part (i int);"
      "insert into pg_depend select 'pg_class'::regclass, 'part'::regclass, 0, 'pg_extension'::regclass, "
      "oid, 0, 'e'"
      " from pg_extension where extname = 'plpgsql'");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(many_tables_are_counted) {
  database.execute(
      "create table t1 (i int); create table t2 (i int); create table t3 (i int); create table t4 (i int);"
      "create table t5 (i int); create table t6 (i int); create table t7 (i int)");
  BOOST_TEST(says(run({"up"}), 4,
                  "detail: It has public.t1, public.t2, public.t3, public.t4, public.t5 and 2 more.\n"));
}

BOOST_AUTO_TEST_CASE(nothing_is_refused_when_there_is_nothing_to_apply) {
  database.execute("create table users (i int)");
  remove_migration("001_a.sql");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()
