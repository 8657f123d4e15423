#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace up {

using namespace runner::test;
using Names = std::vector<std::string>;

struct Up : RunnerFixture {
  void three_migrations() const {
    pair("001_a");
    migration("002_b.sql", "create table b (i int);\ninsert into b values (1);\n");
    migration("003_c.sql", "create table c (i int);\n");
  }
};

}  // namespace up

BOOST_AUTO_TEST_SUITE(up)

BOOST_FIXTURE_TEST_CASE(up_applies_what_is_pending_oldest_first, Up) {
  three_migrations();
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... N ms
err:   up 003_c ......................................... N ms
out: applied 3 migrations in N ms; at 003_c
exit: 0
)");
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql", "003_c.sql"}));
  BOOST_TEST(database.value("select i from b") == "1");
}

BOOST_FIXTURE_TEST_CASE(up_compares_numbers_and_not_their_digits, Up) {
  migration("10_third.sql", "insert into t values (3);");
  migration("9_second.sql", "insert into t values (2);");
  migration("00_first.sql", "create table t (i int, id serial);");
  migration("20261121093000_fourth.sql", "insert into t values (4);");
  migration("00020261121093000000_last.sql", "insert into t values (5);");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"00_first.sql", "9_second.sql", "10_third.sql", "20261121093000_fourth.sql",
                                 "00020261121093000000_last.sql"}));
  BOOST_TEST(database.column("select i from t order by id") == (Names{"2", "3", "4", "5"}));
}

BOOST_FIXTURE_TEST_CASE(up_with_nothing_pending_says_where_the_database_is, Up) {
  three_migrations();
  run({"up"});
  BOOST_TEST(said(run({"up"})) == R"(
out: nothing to do: no migration is pending; at 003_c
exit: 0
)");
  BOOST_TEST(history().size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(up_with_an_empty_folder_says_so_and_writes_nothing, Up) {
  BOOST_TEST(said(run({"up"})) == R"(
out: nothing to do: there are no migrations in database/migrations; nothing is applied
exit: 0
)");
  BOOST_TEST(tables().empty());
}

BOOST_FIXTURE_TEST_CASE(up_without_the_folder_is_refused_before_the_database_is_touched, Up) {
  project.remove("database/migrations");
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations: error: there is no folder with migrations
err: hint: Run from the project's folder, or name it with --migrations.
exit: 1
)");
  BOOST_TEST(tables().empty());
}

BOOST_FIXTURE_TEST_CASE(up_to_a_version_stops_behind_it, Up) {
  three_migrations();
  BOOST_TEST(said(run({"up", "--to", "2"})) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... N ms
out: applied 2 migrations in N ms; at 002_b
exit: 0
)");
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
  BOOST_TEST(said(run({"up", "--to", "001"})) == R"(
out: nothing to do: no migration up to 1 is pending; at 002_b
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(up_to_takes_the_name_of_a_file_as_well, Up) {
  three_migrations();
  BOOST_TEST(run({"up", "--to", "002_b.sql"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(up_to_a_version_that_nobody_knows_is_refused, Up) {
  three_migrations();
  BOOST_TEST(said(run({"up", "--to", "7"})) == R"(
err: error: there is no migration 7
err: hint: "runner status" lists the migrations.
exit: 1
)");
  BOOST_TEST(history().empty());
}

BOOST_FIXTURE_TEST_CASE(up_steps_applies_at_most_so_many, Up) {
  three_migrations();
  BOOST_TEST(run({"up", "--steps", "2"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
  BOOST_TEST(said(run({"up", "--steps", "9"})) == R"(
err:   up 003_c ......................................... N ms
out: applied 1 migration in N ms; at 003_c
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(dry_run_shows_the_plan_and_writes_nothing, Up) {
  three_migrations();
  migration("004_d.sql", "-- about d\n\ncreate index concurrently\n  ci on c (i);\nselect 1;");
  migration("005_e.sql", "-- runner: no-transaction\nselect 1;");
  migration("006_f.sql", "");
  const std::string plan = R"(
out: would apply 6 migrations:
out:   up 001_a  1 statement, one transaction
out:   up 002_b  2 statements, one transaction, no rollback
out:   up 003_c  1 statement, one transaction, no rollback
out:   up 004_d  2 statements, no transaction because of line 3: create index concurrently, no rollback
out:   up 005_e  1 statement, no transaction, no rollback
out:   up 006_f  0 statements, one transaction, no rollback
exit: 0
)";
  BOOST_TEST(said(run({"up", "--dry-run"})) == plan);
  BOOST_TEST(said(run({"up", "--dry-run"})) == plan);
  BOOST_TEST(tables().empty());
}

BOOST_FIXTURE_TEST_CASE(a_run_does_what_its_dry_run_showed, Up) {
  three_migrations();
  run({"up", "--steps", "1"});
  BOOST_TEST(said(run({"up", "--dry-run", "--to", "2"})) == R"(
out: would apply 1 migration:
out:   up 002_b  2 statements, one transaction, no rollback
exit: 0
)");
  BOOST_TEST(history() == (Names{"001_a.sql"}));
  BOOST_TEST(said(run({"up", "--to", "2"})) == R"(
err:   up 002_b ......................................... N ms
out: applied 1 migration in N ms; at 002_b
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(dry_run_with_nothing_pending_says_the_same_as_a_run, Up) {
  three_migrations();
  run({"up"});
  BOOST_TEST(said(run({"up", "--dry-run"})) == said(run({"up"})));
}

BOOST_FIXTURE_TEST_CASE(out_of_order_applies_a_number_below_the_newest, Up) {
  three_migrations();
  remove_migration("002_b.sql");
  run({"up"});
  migration("002_b.sql", "create table b (i int);");
  BOOST_TEST(said(run({"up", "--out-of-order"})) == R"(
err:   up 002_b ......................................... N ms
out: applied 1 migration in N ms; at 003_c
exit: 0
)");
  BOOST_TEST(history() == (Names{"001_a.sql", "003_c.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_database_ahead_of_this_checkout_is_no_error, Up) {
  three_migrations();
  run({"up"});
  remove_migration("003_c.sql");
  BOOST_TEST(said(run({"up"})) == R"(
err: note: the database is ahead of this checkout: 1 applied migration is newer than its files, up to "003_c"
out: nothing to do: no migration is pending; at 003_c
exit: 0
)");
  BOOST_TEST(history().size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(up_ends_at_the_first_failure_and_keeps_what_came_before, Up) {
  three_migrations();
  migration("002_b.sql", "create table b (i int);\ninsert into nowhere values (1);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql:2:13: error: relation "nowhere" does not exist [42P01]
err:     insert into nowhere values (1);
err:                 ^
err: hint: "002_b" was undone; the database is at 001_a.
exit: 3
)");
  BOOST_TEST(history() == (Names{"001_a.sql"}));
  BOOST_TEST(!database.exists("b"));
  BOOST_TEST(!database.exists("c"));
}

BOOST_AUTO_TEST_SUITE_END()
