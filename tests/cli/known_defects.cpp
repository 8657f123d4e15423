// Known defects of other runners: each is a rule that runner must keep.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"
#include "text/checksum.hpp"

namespace known_defects {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;

struct Defects : RunnerFixture {
  /// Two migrations with rollbacks, applied.
  void two_applied() {
    pair("001_a");
    pair("002_b");
    run({"up"});
  }
};

}  // namespace known_defects

BOOST_AUTO_TEST_SUITE(known_defects)

BOOST_FIXTURE_TEST_CASE(the_newest_is_undone_and_not_the_one_before_when_its_file_is_absent, Defects) {
  two_applied();
  remove_migration("002_b.sql");
  remove_migration("002_b.down.sql");
  BOOST_TEST(run({"down"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql"}));
  BOOST_TEST(!database.exists("b"));
  BOOST_TEST(database.exists("a"));
}

BOOST_FIXTURE_TEST_CASE(nothing_is_undone_when_the_newest_file_is_absent_and_nothing_was_stored, Defects) {
  two_applied();
  remove_migration("002_b.sql");
  remove_migration("002_b.down.sql");
  database.execute("drop table migration_log, migration_scripts");
  BOOST_TEST(said(run({"down"})) == R"(
err: error: "002_b" cannot be undone: it has no down script
err: hint: Nothing was undone. Write "002_b.down.sql", or undo fewer steps.
exit: 4
)");
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(the_version_is_not_set_back_when_only_the_down_file_is_absent, Defects) {
  two_applied();
  remove_migration("002_b.down.sql");
  database.execute("delete from migration_scripts");
  BOOST_TEST(says(run({"down"}), 4, "error: \"002_b\" cannot be undone: it has no down script\n"));
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
  BOOST_TEST(database.exists("b"));
}

BOOST_FIXTURE_TEST_CASE(a_failing_file_is_never_said_to_be_applied, Defects) {
  migration("001_a.sql", "select 1;\nselect 1/0;\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.out == "");
  BOOST_TEST(!contains(outcome.err, "applied 1"));
  BOOST_TEST(contains(outcome.err, "001_a ......................................... failed\n"));
  BOOST_TEST(outcome.exit_code == 3);
}

BOOST_FIXTURE_TEST_CASE(success_is_not_printed_before_commit, Defects) {
  migration(
      "001_a.sql",
      "create table a (i int primary key deferrable initially deferred);\ninsert into a values (1), (1);\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.out == "");
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(history().empty());
}

BOOST_FIXTURE_TEST_CASE(two_runners_at_once_make_a_change_without_a_transaction_once, Defects) {
  given("create table account (balance int); insert into account values (100)");
  migration("001_interest.sql",
            "-- runner: no-transaction\nselect pg_sleep(0.2);\nupdate account set balance = balance + 10;\n");
  Process first = start({"up"});
  Process second = start({"up"});
  BOOST_TEST(first.wait().exit_code == 0);
  BOOST_TEST(second.wait().exit_code == 0);
  BOOST_TEST(database.value("select balance from account") == "110");
  BOOST_TEST(history() == (Names{"001_interest.sql"}));
  BOOST_TEST(database.value("select count(*) from migration_log where outcome = 'done'") == "1");
}

BOOST_FIXTURE_TEST_CASE(an_edited_file_is_noticed, Defects) {
  two_applied();
  migration("001_a.sql", "create table a (i int, j int);\n");
  BOOST_TEST(
      says(run({"up"}), 4, "     1 -create table a (i int);\n     1 +create table a (i int, j int);\n"));
}

BOOST_FIXTURE_TEST_CASE(a_moved_newline_changes_the_checksum, Defects) {
  migration("001_a.sql", "-- note\nselect 1;\n");
  run({"up"});
  migration("001_a.sql", "-- noteselect 1;\n");
  BOOST_TEST(says(run({"up"}), 4, "\"001_a.sql\" was changed after it was applied"));
}

BOOST_FIXTURE_TEST_CASE(a_windows_checkout_matches, Defects) {
  two_applied();
  for (const char* name : {"001_a.sql", "002_b.sql"}) {
    const std::string file = "database/migrations/" + std::string(name);
    project.write(file,
                  "\xEF\xBB\xBF" + project.read(file).replace(project.read(file).find('\n'), 1, "\r\n"));
  }
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_second_file_with_a_used_number_is_refused, Defects) {
  two_applied();
  migration("2_other.sql", "create table other (i int);\n");
  for (const char* command : {"up", "status"}) {
    BOOST_TEST(says(run({command}), 1, "/2_other.sql: error: number 2 is already used by \"002_b.sql\"\n"));
  }
}

BOOST_FIXTURE_TEST_CASE(a_header_of_pg_dump_reaches_neither_the_next_file_nor_the_history, Defects) {
  migration("001_dump.sql",
            "SET statement_timeout = 0;\nSET lock_timeout = 0;\nSET client_encoding = 'UTF8';\n"
            "SET standard_conforming_strings = on;\nSELECT pg_catalog.set_config('search_path', '', false);\n"
            "SET check_function_bodies = false;\nSET row_security = off;\n"
            "CREATE TABLE public.a (i integer);\n");
  migration("002_b.sql", "create table b as select current_setting('check_function_bodies') as checked;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_dump.sql", "002_b.sql"}));
  BOOST_TEST(database.value("select checked from public.b") == "on");
}

BOOST_FIXTURE_TEST_CASE(a_number_below_the_newest_is_refused_and_named, Defects) {
  two_applied();
  migration("0015_late.sql", "create table late (i int);\n");
  run({"up"});
  BOOST_TEST(database.exists("late"));
  migration("007_late.sql", "select 1;\n");
  BOOST_TEST(says(run({"up"}), 4,
                  "error: \"007_late\" is pending, but \"0015_late\" after it is already applied\n"));
}

BOOST_FIXTURE_TEST_CASE(a_copy_block_works, Defects) {
  migration("001_a.sql", "create table a (i int);\n");
  migration("002_data.sql", "COPY a (i) FROM stdin;\n1\n2\n\\.\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  const std::vector<std::string> rows{"1", "2"};
  BOOST_TEST(database.column("select i from a order by i") == rows, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_run_goes_on_behind_the_first_file_and_succeeds, Defects) {
  migration("001_a.sql", "select 1;");
  migration("002_b.sql", "select 2;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_file_full_of_errors_is_undone, Defects) {
  std::string sql = "create table a (i int);\n";
  for (int i = 0; i < 24; ++i) sql += fmt::format("insert into nowhere values ({});\n", i);
  migration("001_a.sql", sql + "create table z (i int);\n");
  BOOST_TEST(says(run({"up"}), 3, "error: relation \"nowhere\" does not exist [42P01]\n"));
  BOOST_TEST(history().empty());
  BOOST_TEST(!database.exists("a"));
  BOOST_TEST(!database.exists("z"));
}

BOOST_FIXTURE_TEST_CASE(the_password_is_never_printed, Defects) {
  TemporaryRole role(database);
  for (const std::vector<std::string>& command : {std::vector<std::string>{"status"},
                                                  {"status", "--verbose"},
                                                  {"status", "--json"},
                                                  {"up", "--verbose"}}) {
    const Outcome outcome = run_at(role.url(), command);
    BOOST_TEST(contains(role.url(), "secret"));
    BOOST_TEST(!contains(outcome.out + outcome.err, "secret"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
