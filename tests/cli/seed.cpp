#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"
#include "text/checksum.hpp"

namespace seed_command {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;

constexpr const char* kNoEnvironment =
    "err: note: no environment is named: only the common seeds are used (--env, RUNNER_ENV)\n";

struct Seeding : RunnerFixture {
  Seeding() {
    migration("001_a.sql", "create table a (i int, n serial);");
    migration("001_a.down.sql", "drop table a;");
    run({"up"});
  }

  void common_and_staging() const {
    seed("002_b.sql", "insert into a values (2);");
    seed("001_a.sql", "insert into a values (1);");
    seed("staging/010_d.sql", "insert into a values (4);");
    seed("staging/9_c.sql", "insert into a values (3);");
    seed("development/001_x.sql", "insert into a values (9);");
  }

  /// The values in the order of insertion.
  Names values() { return database.column("select i from a order by n"); }
  /// The rows of seed_history as "environment:name".
  Names seeded() {
    return database.column("select environment || ':' || seed_name from seed_history order by applied_at, 1");
  }
};

}  // namespace seed_command

BOOST_FIXTURE_TEST_SUITE(seed_command, Seeding)

BOOST_AUTO_TEST_CASE(common_seeds_run_first_and_those_of_the_environment_after_them) {
  common_and_staging();
  BOOST_TEST(said(run({"seed", "--env", "staging"})) == R"(
err:   seed 001_a ....................................... N ms
err:   seed 002_b ....................................... N ms
err:   seed staging/9_c ................................. N ms
err:   seed staging/010_d ............................... N ms
out: ran 4 seeds in N ms
exit: 0
)");
  BOOST_TEST(values() == (Names{"1", "2", "3", "4"}), boost::test_tools::per_element());
  BOOST_TEST(seeded() == (Names{":001_a", ":002_b", "staging:9_c", "staging:010_d"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_an_environment_only_the_common_ones_run_and_a_note_says_so) {
  common_and_staging();
  BOOST_TEST(said(run({"seed"})) == "\n" + std::string(kNoEnvironment) +
                                        R"(err:   seed 001_a ....................................... N ms
err:   seed 002_b ....................................... N ms
out: ran 2 seeds in N ms
exit: 0
)");
  BOOST_TEST(values() == (Names{"1", "2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_environment_may_come_from_a_variable_and_the_flag_wins) {
  common_and_staging();
  BOOST_TEST(run_with({{"RUNNER_ENV", "development"}}, {"seed"}).exit_code == 0);
  BOOST_TEST(values() == (Names{"1", "2", "9"}), boost::test_tools::per_element());
  BOOST_TEST(run_with({{"RUNNER_ENV", "development"}}, {"seed", "--env", "staging"}).exit_code == 0);
  BOOST_TEST(values() == (Names{"1", "2", "9", "3", "4"}), boost::test_tools::per_element());
  project.write(".env", "RUNNER_ENV=production\n");
  BOOST_TEST(said(run({"seed"})) == R"(
out: nothing to do: all 2 seeds have run and are unchanged
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(unchanged_seeds_are_skipped_and_changed_ones_run_again) {
  common_and_staging();
  run({"seed", "--env", "staging"});
  BOOST_TEST(said(run({"seed", "--env", "staging"})) == R"(
out: nothing to do: all 4 seeds have run and are unchanged
exit: 0
)");
  seed("staging/9_c.sql", "insert into a values (33);");
  BOOST_TEST(said(run({"seed", "--env", "staging"})) == R"(
err:   seed staging/9_c ................................. N ms
out: ran 1 seed in N ms
exit: 0
)");
  BOOST_TEST(values() == (Names{"1", "2", "3", "4", "33"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_line_ends_of_another_system_are_no_change) {
  seed("001_a.sql", "insert into a\nvalues (1);\n");
  run({"seed", "--env", "test"});
  seed("001_a.sql", "insert into a\r\nvalues (1);\r\n");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
out: nothing to do: the only seed has run and is unchanged
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(one_seed_in_two_environments_is_two_seeds) {
  seed("staging/001_a.sql", "insert into a values (1);");
  seed("test/001_a.sql", "insert into a values (2);");
  run({"seed", "--env", "staging"});
  BOOST_TEST(run({"seed", "--env", "test"}).exit_code == 0);
  BOOST_TEST(values() == (Names{"1", "2"}), boost::test_tools::per_element());
  BOOST_TEST(seeded() == (Names{"staging:001_a", "test:001_a"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(force_runs_unchanged_ones_too) {
  common_and_staging();
  run({"seed", "--env", "production"});
  BOOST_TEST(said(run({"seed", "--env", "production", "--force"})) == R"(
err:   seed 001_a ....................................... N ms
err:   seed 002_b ....................................... N ms
out: ran 2 seeds in N ms
exit: 0
)");
  BOOST_TEST(values() == (Names{"1", "2", "1", "2"}), boost::test_tools::per_element());
  BOOST_TEST(seeded().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_dry_run_shows_what_would_run_and_writes_nothing) {
  common_and_staging();
  seed("staging/011_e.sql", "vacuum a;");
  BOOST_TEST(said(run({"seed", "--env", "staging", "--dry-run"})) == R"(
out: would run 5 seeds:
out:   seed 001_a  1 statement, one transaction
out:   seed 002_b  1 statement, one transaction
out:   seed staging/9_c  1 statement, one transaction
out:   seed staging/010_d  1 statement, one transaction
out:   seed staging/011_e  1 statement, no transaction because of line 1: vacuum a
exit: 0
)");
  BOOST_TEST(values().empty());
  BOOST_TEST(seeded().empty());
  BOOST_TEST(database.value("select count(*) from migration_log where action = 'seed'") == "0");
}

BOOST_AUTO_TEST_CASE(a_dry_run_before_the_first_up_makes_no_table) {
  database.execute("drop table a, migration_history, migration_log, migration_scripts, seed_history");
  seed("001_a.sql", "select 1;");
  BOOST_TEST(run({"seed", "--dry-run"}).exit_code == 0);
  BOOST_TEST(database.value("select count(*) from pg_tables where schemaname = 'public'") == "0");
}

BOOST_AUTO_TEST_CASE(a_customary_environment_needs_no_folder) {
  common_and_staging();
  for (const char* environment : {"production", "test"}) {
    BOOST_TEST(run({"seed", "--env", environment}).exit_code == 0);
  }
  BOOST_TEST(values() == (Names{"1", "2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_environment_of_ones_own_needs_a_folder_only) {
  seed("qa/001_a.sql", "insert into a values (7);");
  BOOST_TEST(run({"seed", "--env", "qa"}).exit_code == 0);
  BOOST_TEST(values() == Names{"7"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_seeds_is_nothing_to_do_and_no_folder_is_refused) {
  std::filesystem::create_directories(project.path() / "seeds");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
out: nothing to do: there are no seeds in seeds
exit: 0
)");
  project.remove("seeds");
  BOOST_TEST(said(run({"seed"})) == R"(
err: seeds: error: there is no folder with seeds
err: hint: Run from the project's folder, or name it with --seeds.
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(seeds_that_share_a_transaction_are_undone_together) {
  seed("001_a.sql", "insert into a values (1);");
  seed("002_b.sql", "select 1/0;");
  const Outcome outcome = run({"seed", "--env", "staging", "--one-transaction", "--quiet"});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.err.ends_with("hint: The whole run was undone.\n"));
  BOOST_TEST(values().empty());
}

BOOST_AUTO_TEST_CASE(a_failing_seed_is_undone_and_those_before_it_stay) {
  seed("001_a.sql", "insert into a values (1);");
  seed("002_b.sql", "insert into a values (2);\nselect 1/0;");
  seed("003_c.sql", "insert into a values (3);");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err:   seed 001_a ....................................... N ms
err:   seed 002_b ....................................... failed
err: seeds/002_b.sql:2: error: division by zero [22012]
err:     select 1/0;
err: hint: "002_b" was undone.
exit: 3
)");
  BOOST_TEST(values() == Names{"1"}, boost::test_tools::per_element());
  BOOST_TEST(seeded() == Names{":001_a"}, boost::test_tools::per_element());
  BOOST_TEST(log().back() == "seed failed 002_b division by zero");
  seed("002_b.sql", "insert into a values (2);");
  BOOST_TEST(run({"seed", "--env", "test"}).exit_code == 0);
  BOOST_TEST(values() == (Names{"1", "2", "3"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(seeds_run_again_after_everything_was_undone) {
  common_and_staging();
  run({"seed", "--env", "production"});
  BOOST_TEST(run({"down", "--all", "--yes"}).exit_code == 0);
  BOOST_TEST(seeded().empty());
  run({"up"});
  BOOST_TEST(run({"seed", "--env", "production"}).exit_code == 0);
  BOOST_TEST(values() == (Names{"1", "2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(seeds_stay_known_while_a_migration_is_left) {
  pair("002_b");
  run({"up"});
  common_and_staging();
  run({"seed", "--env", "production"});
  run({"down"});
  BOOST_TEST(seeded().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_seed_with_a_down_file_is_refused) {
  seed("001_a.sql", "insert into a values (1);");
  seed("test/001_b.sql", "");
  seed("test/001_b.down.sql", "");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err: seeds/test/001_b.down.sql: error: a seed has no down file
err: hint: Remove it.
exit: 1
)");
  BOOST_TEST(values().empty());
}

BOOST_AUTO_TEST_CASE(two_seeds_of_one_number_are_refused) {
  seed("001_a.sql", "insert into a values (1);");
  seed("1_b.sql", "insert into a values (2);");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err: seeds/1_b.sql: error: number 1 is already used by "001_a.sql"
err: hint: Give one of the two files another number.
exit: 1
)");
  BOOST_TEST(values().empty());
}

BOOST_AUTO_TEST_CASE(a_bad_seed_of_the_environment_stops_the_common_ones_too) {
  seed("001_a.sql", "insert into a values (1);");
  seed("test/001_b.sql", "select 'open;");
  BOOST_TEST(says(run({"seed", "--env", "test"}), 1,
                  "seeds/test/001_b.sql:1:8: error: unterminated quoted string\n"));
  BOOST_TEST(values().empty());
}

BOOST_AUTO_TEST_CASE(seed_history_has_the_checksum_that_sha256sum_shows) {
  const std::string text = "insert into a values (1);\n";
  seed("test/001_a.sql", text);
  run({"seed", "--env", "test"});
  BOOST_TEST(database.value("select concat_ws('|', seed_name, environment, checksum, applied_at <= now())"
                            " from seed_history") ==
             fmt::format("001_a|test|{}|t", Checksum::of(text).hex()));
  BOOST_TEST(database.value("select concat_ws('|', action, outcome, name, environment, statement_count)"
                            " from migration_log where action = 'seed'") == "seed|done|test/001_a|test|1");
  BOOST_TEST(database.value("select count(*) from migration_scripts where text like 'insert%'") == "0");
}

BOOST_AUTO_TEST_CASE(a_seed_without_a_transaction_keeps_what_has_run) {
  seed("001_a.sql", "-- runner: no-transaction\ninsert into a values (1);\nselect 1/0;\n");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err:   seed 001_a ....................................... failed
err: seeds/001_a.sql:3: error: division by zero [22012]
err:     select 1/0;
err: detail: "001_a" is left half done: 1 of 2 statements have run.
err: hint: Fix it and run "runner seed" again; it then runs from its first statement.
exit: 5
)");
  BOOST_TEST(values() == Names{"1"}, boost::test_tools::per_element());
  seed("001_a.sql", "-- runner: no-transaction\ninsert into a values (2);\nvacuum a;\n");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err:   seed 001_a ....................................... N ms
out: ran 1 seed in N ms
exit: 0
)");
  BOOST_TEST(values() == (Names{"1", "2"}), boost::test_tools::per_element());
  // A half-done seed does not count as a half-done migration.
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(seeds_in_another_folder_are_named_by_it) {
  project.write("data/001_a.sql", "insert into a values (1);");
  BOOST_TEST(run({"seed", "--seeds", "data", "--env", "test"}).exit_code == 0);
  BOOST_TEST(run_with({{"RUNNER_SEEDS", "data"}}, {"seed", "--env", "test"}).out ==
             "nothing to do: the only seed has run and is unchanged\n");
}

BOOST_AUTO_TEST_SUITE_END()
