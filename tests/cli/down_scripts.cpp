// Where runner finds the script of a rollback, and what happens when there is none.

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace down_scripts {

using namespace runner::test;
using Names = std::vector<std::string>;

const Names kAll{"001_a.sql", "002_b.sql", "003_c.sql"};

}  // namespace down_scripts

BOOST_AUTO_TEST_SUITE(down_scripts)

BOOST_FIXTURE_TEST_CASE(the_stored_script_is_used_when_the_release_no_longer_has_the_file, AppliedFixture) {
  pretend_a_deployment();
  remove_migration("003_c.sql");
  remove_migration("003_c.down.sql");
  const Outcome outcome = run({"down"});
  BOOST_TEST(outcome.err.starts_with(
                 "note: \"003_c\" has no down file here: using the down script recorded when it was applied"
                 " (2026-11-20 17:02 by deploy@ci-7, sha256 9187d15f…, verified)\n"),
             outcome.err);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
  BOOST_TEST(!database.exists("c"));
}

BOOST_FIXTURE_TEST_CASE(the_stored_script_is_used_when_only_the_down_file_is_gone, AppliedFixture) {
  pretend_a_deployment();
  remove_migration("003_c.down.sql");
  BOOST_TEST(said(run({"down", "--dry-run"})) == R"(
err: note: "003_c" has no down file here: using the down script recorded when it was applied (DATE by deploy@ci-7, sha256 9187d15f…, verified)
out: would undo 1 migration in DB:
out:   down 003_c  1 statement, one transaction, stored script
exit: 0
)");
  BOOST_TEST(run({"down"}).exit_code == 0);
  BOOST_TEST(!database.exists("c"));
}

BOOST_FIXTURE_TEST_CASE(the_down_file_on_disk_comes_before_the_stored_one, AppliedFixture) {
  migration("003_c.down.sql", "drop table c; create table by_the_file (i int);");
  BOOST_TEST(run({"down"}).exit_code == 0);
  BOOST_TEST(database.exists("by_the_file"));
}

BOOST_FIXTURE_TEST_CASE(a_stored_script_that_somebody_changed_is_refused, AppliedFixture) {
  remove_migration("003_c.down.sql");
  database.execute(
      "update migration_scripts set text = 'drop table a, b, c' where text like 'drop table c%'");
  BOOST_TEST(said(run({"down"})) == R"(
err: error: the stored down script of "003_c" does not have its checksum
err: hint: migration_scripts was changed: bring the down file into this checkout.
exit: 4
)");
  BOOST_TEST(history() == kAll);
}

// The database cannot store these rows as text.
BOOST_FIXTURE_TEST_CASE(a_down_file_with_rows_that_are_not_utf8_runs_and_is_not_kept, RunnerFixture) {
  migration("001_a.sql", "create table a as select 'é' as name;");
  migration("001_a.down.sql",
            "create table kept (name text);\n"
            "\\copy kept from 'latin1.csv' with (format csv, encoding 'latin1')\n"
            "drop table a;\n");
  migration("latin1.csv", "\xE9\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select count(*) from migration_scripts") == "1");
  BOOST_TEST(run({"down", "--yes"}).exit_code == 0);
  BOOST_TEST(database.value("select name from kept") == "é");
  BOOST_TEST(!database.exists("a"));
}

BOOST_FIXTURE_TEST_CASE(a_migration_without_a_rollback_is_not_undone, RunnerFixture) {
  migration("001_a.sql", "create table a (i int);");
  run({"up"});
  BOOST_TEST(said(run({"down"})) == R"(
err: error: "001_a" cannot be undone: it has no down script
err: hint: Nothing was undone. Write "001_a.down.sql", or undo fewer steps.
exit: 4
)");
  BOOST_TEST(history() == (Names{"001_a.sql"}));
}

BOOST_FIXTURE_TEST_CASE(an_empty_down_file_undoes_nothing_and_is_shown_as_empty, AppliedFixture) {
  migration("003_c.down.sql", "-- drop table c;\n");
  BOOST_TEST(said(run({"down"})) == R"(
err: database/migrations/003_c.down.sql: error: "003_c" cannot be undone: its down script has no statement
err: hint: Nothing was undone. Write the rollback into "003_c.down.sql", or undo fewer steps.
exit: 4
)");
  BOOST_TEST(history() == kAll);
  BOOST_TEST(contains(run({"status"}).out, "empty"));
  BOOST_TEST(contains(run({"status", "--json"}).out, "\"rollback\": \"empty\""));
}

BOOST_FIXTURE_TEST_CASE(an_empty_down_file_is_not_kept_as_a_rollback, RunnerFixture) {
  migration("001_a.sql", "create table a (i int);");
  migration("001_a.down.sql", "-- Undoes 001_a.\n\n");
  BOOST_TEST(said(run({"up", "--dry-run"})) == R"(
out: would apply 1 migration:
out:   up 001_a  1 statement, one transaction, empty rollback
exit: 0
)");
  BOOST_TEST(run({"up"}).exit_code == 0);
  remove_migration("001_a.sql");
  remove_migration("001_a.down.sql");
  BOOST_TEST(said(run({"down"})) == R"(
err: error: "001_a" cannot be undone: it has no down script
err: hint: Nothing was undone. Write "001_a.down.sql", or undo fewer steps.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(an_empty_down_file_undoes_an_empty_up, RunnerFixture) {
  migration("001_a.sql", "-- nothing yet\n");
  migration("001_a.down.sql", "");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(run({"down"}).exit_code == 0);
  BOOST_TEST(history().empty());
}

BOOST_FIXTURE_TEST_CASE(an_irreversible_migration_tells_its_reason, RunnerFixture) {
  migration("001_a.sql", "-- runner: irreversible \"the old values are gone\"\ncreate table a (i int);");
  run({"up"});
  BOOST_TEST(said(run({"down"})) == R"(
err: error: "001_a" cannot be undone: it has no down script
err: detail: It says so on purpose: the old values are gone
err: hint: Nothing was undone. Undo fewer steps, or go forward with a new migration.
exit: 4
)");
  BOOST_TEST(history() == (Names{"001_a.sql"}));
}

BOOST_FIXTURE_TEST_CASE(the_whole_request_is_refused_when_one_step_cannot_be_undone, AppliedFixture) {
  remove_migration("002_b.down.sql");
  database.execute("delete from migration_scripts where text like 'drop table b%'");
  BOOST_TEST(said(run({"down", "--all"})) == R"(
err: error: "002_b" cannot be undone: it has no down script
err: hint: Nothing was undone. Write "002_b.down.sql", or undo fewer steps.
exit: 4
)");
  BOOST_TEST(history() == kAll);
  BOOST_TEST(database.exists("c"));
}

BOOST_AUTO_TEST_SUITE_END()
