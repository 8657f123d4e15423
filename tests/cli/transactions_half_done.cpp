// Scripts without a transaction that stopped in the middle: runner logs, shows and resumes them.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <csignal>

#include "support/own_server.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace transactions_half_done {

using namespace runner::test;
using Names = std::vector<std::string>;

struct HalfDone : RunnerFixture {
  HalfDone() { given("create table t (i int)"); }

  /// Writes a script that cannot run in a transaction and whose second statement fails.
  void broken() const {
    migration("001_x.sql",
              "insert into t values (1);\n"
              "insert into nowhere values (2);\n"
              "vacuum t;\n"
              "insert into t values (3);\n");
  }
  void mended() const {
    migration("001_x.sql",
              "insert into t values (1);\n"
              "insert into t values (2);\n"
              "vacuum t;\n"
              "insert into t values (3);\n");
  }

  /// Runs a script and kills runner while the server waits in that statement, then lets the server continue.
  void cut_off_in(std::string_view statement) {
    migration("001_x.sql",
              fmt::format("insert into t values (1);\n{}\ninsert into t values (2);\n", statement));
    runner::Connection reader = connect(database.url());
    reader.execute("begin isolation level repeatable read; select * from t");
    Process process = start({"up"});
    BOOST_REQUIRE(eventually([&] {
      return database.value(
                 "select count(*) from pg_stat_activity where datname = current_database()"
                 " and query like '%concurrently%' and wait_event_type = 'Lock'") == "1";
    }));
    process.signal(SIGKILL);
    process.wait();
    reader.execute("commit");
  }

  Names rows() { return database.column("select i from t order by i"); }
};

}  // namespace transactions_half_done

BOOST_AUTO_TEST_SUITE(transactions_half_done)

BOOST_FIXTURE_TEST_CASE(a_script_of_which_nothing_has_run_was_undone_like_any_other, HalfDone) {
  migration("001_a.sql", "select 1;\n");
  migration("001_a.down.sql", "select 1;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  migration("002_x.sql", "-- runner: no-transaction\ninsert into nowhere values (1);\nselect 1;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 002_x ......................................... failed
err: database/migrations/002_x.sql:2:13: error: relation "nowhere" does not exist [42P01]
err:     insert into nowhere values (1);
err:                 ^
err: hint: "002_x" was undone; the database is at 001_a.
exit: 3
)");
  migration(
      "002_x.sql",
      "-- runner: no-transaction\nbegin;\ninsert into t values (1);\nselect 1/0;\ncommit;\nvacuum t;\n");
  BOOST_TEST(run({"up"}).exit_code == 3);
  BOOST_TEST(run({"status", "--check"}).exit_code == 6);
  BOOST_TEST(rows().empty());
  BOOST_TEST(database.column("select outcome || coalesce(' ' || statement, '') from migration_log"
                             " where name = '002_x' order by id") ==
             (Names{"started 0", "failed", "started 0", "failed"}));
  BOOST_TEST(run({"down"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_first_statement_that_fails_at_its_commit_was_undone, HalfDone) {
  database.execute("create table once (i int primary key deferrable initially deferred)");
  migration("001_x.sql", "-- runner: no-transaction\ninsert into once values (1), (1);\nselect 1;\n");
  BOOST_TEST(run({"up"}).exit_code == 3);
  BOOST_TEST(run({"status", "--check"}).exit_code == 6);
}

BOOST_FIXTURE_TEST_CASE(what_a_chain_has_committed_stays, HalfDone) {
  migration("001_x.sql",
            "-- runner: no-transaction\nbegin;\ninsert into t values (1);\ncommit and chain;\nselect 1/0;\n"
            "commit;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:5: error: division by zero [22012]
err:     select 1/0;
err: detail: "001_x" is left half done: 3 of 5 statements have run.
err: hint: Fix statement 4 and run "runner up" again; it resumes there.
exit: 5
)");
  BOOST_TEST(rows() == (Names{"1"}));
  BOOST_TEST(run({"status", "--check"}).exit_code == 5);
}

BOOST_FIXTURE_TEST_CASE(a_script_left_half_done_goes_on_where_it_stopped, HalfDone) {
  broken();
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x
err:     without a transaction, because of line 3: vacuum t
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:2:13: error: relation "nowhere" does not exist [42P01]
err:     insert into nowhere values (2);
err:                 ^
err: detail: "001_x" is left half done: 1 of 4 statements have run.
err: hint: Fix statement 2 and run "runner up" again; it resumes there.
exit: 5
)");
  BOOST_TEST(history().empty());
  mended();
  BOOST_TEST(said(run({"up", "--dry-run"})) == R"(
out: would apply 1 migration:
out:   up 001_x  4 statements, no transaction because of line 3: vacuum t, no rollback, resuming at statement 2
exit: 0
)");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x
err:     was left half done: resuming at statement 2 of 4
err:     without a transaction, because of line 3: vacuum t
err:   up 001_x ......................................... N ms
out: applied 1 migration in N ms; at 001_x
exit: 0
)");
  BOOST_TEST(rows() == (Names{"1", "2", "3"}));
  BOOST_TEST(history() == (Names{"001_x.sql"}));
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_script_whose_statements_were_edited_is_not_gone_on_with, HalfDone) {
  broken();
  run({"up"});
  migration("001_x.sql", "insert into t values (7);\nvacuum t;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations/001_x.sql: error: "001_x" was left half done, and its first statement has been edited since
err: hint: Put those statements back as they were; the ones after them may change.
exit: 5
)");
  BOOST_TEST(rows() == (Names{"1"}));
}

BOOST_FIXTURE_TEST_CASE(comments_between_the_statements_that_ran_may_change, HalfDone) {
  broken();
  run({"up"});
  migration("001_x.sql", "-- first\ninsert into t values (1)  ;\n\n/* then */ vacuum t;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(rows() == (Names{"1"}));
}

BOOST_FIXTURE_TEST_CASE(a_script_may_end_where_it_stopped, HalfDone) {
  migration("001_x.sql", "vacuum t;\ninsert into t values (1);\ninsert into nowhere values (2);\n");
  run({"up"});
  migration("001_x.sql", "vacuum t;\ninsert into t values (1);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x
err:     was left half done: all of its statements have run
err:     without a transaction, because of line 1: vacuum t
err:   up 001_x ......................................... N ms
out: applied 1 migration in N ms; at 001_x
exit: 0
)");
  BOOST_TEST(rows() == (Names{"1"}));
}

BOOST_FIXTURE_TEST_CASE(settings_of_the_statements_that_ran_hold_when_a_script_goes_on, HalfDone) {
  database.execute("create schema app");
  const std::string head = "set search_path = app;\nset lock_timeout = '7s';\nvacuum;\n";
  migration("001_x.sql", head + "select 1/0;\n");
  BOOST_TEST(run({"up"}).exit_code == 5);
  migration("001_x.sql", head + "create table x as select current_setting('lock_timeout') as n;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select n from app.x") == "7s");
}

BOOST_FIXTURE_TEST_CASE(a_transaction_of_the_scripts_own_counts_only_as_a_whole, HalfDone) {
  migration("001_x.sql",
            "vacuum t;\nbegin;\ninsert into t values (1);\ninsert into nowhere values (2);\ncommit;\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(contains(outcome.err, "detail: \"001_x\" is left half done: 1 of 5 statements have run.\n"),
             outcome.err);
  BOOST_TEST(rows().empty());
  migration("001_x.sql",
            "vacuum t;\nbegin;\ninsert into t values (1);\ninsert into t values (2);\ncommit;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(rows() == (Names{"1", "2"}));
}

BOOST_FIXTURE_TEST_CASE(down_is_refused_while_an_up_is_half_done, HalfDone) {
  broken();
  run({"up"});
  const std::string refusal = R"(
err: error: "001_x" was left half done by "runner up": 1 of 4 statements have run
err: detail: relation "nowhere" does not exist
err: hint: Finish it first with "runner up".
exit: 5
)";
  BOOST_TEST(said(run({"down"})) == refusal);
  BOOST_TEST(said(run({"down", "--all", "--dry-run"})) == refusal);
}

BOOST_FIXTURE_TEST_CASE(a_down_left_half_done_goes_on_and_up_is_refused_until_then, HalfDone) {
  migration("001_x.sql", "create table x (i int);");
  migration("001_x.down.sql", "vacuum t;\ninsert into t values (1);\ndrop table y;\n");
  run({"up"});
  BOOST_TEST(run({"down"}).exit_code == 5);
  BOOST_TEST(history() == (Names{"001_x.sql"}));
  BOOST_TEST(said(run({"up"})) == R"(
err: error: "001_x" was left half done by "runner down": 2 of 3 statements have run
err: detail: table "y" does not exist
err: hint: Finish it first with "runner down".
exit: 5
)");
  migration("001_x.down.sql", "vacuum t;\ninsert into t values (1);\ndrop table x;\n");
  BOOST_TEST(said(run({"down"})) == R"(
err:   down 001_x
err:     was left half done: resuming at statement 3 of 3
err:     without a transaction, because of line 1: vacuum t
err:   down 001_x ....................................... N ms
out: undid 1 migration in N ms in DB; nothing is applied
exit: 0
)");
  BOOST_TEST(rows() == (Names{"1"}));
  BOOST_TEST(history().empty());
}

BOOST_FIXTURE_TEST_CASE(a_backend_that_is_killed_does_not_make_its_statement_wrong, HalfDone) {
  migration("001_x.sql", "vacuum t;\nselect pg_terminate_backend(pg_backend_pid());\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x
err:     without a transaction, because of line 1: vacuum t
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:2: error: terminating connection due to administrator command [57P01]
err:     select pg_terminate_backend(pg_backend_pid());
err: detail: "001_x" is left half done: 1 of 2 statements have run for certain.
err: hint: Run "runner up" again: it reads in the log where to resume.
exit: 5
)");
  BOOST_TEST(run({"status", "--check"}).exit_code == 5);
}

// The server finishes the statement, but runner is no longer there to get the answer.
BOOST_FIXTURE_TEST_CASE(an_index_that_was_finished_behind_a_killed_runner_is_not_built_again, HalfDone) {
  cut_off_in("create index concurrently t_i on t (i);");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x
err:     was left half done: resuming at statement 2 of 3
err:     without a transaction, because of line 2: create index concurrently t_i on t (i)
err: note: statement 2 was finished after an earlier run was cut off
err:   up 001_x ......................................... N ms
out: applied 1 migration in N ms; at 001_x
exit: 0
)");
  BOOST_TEST(rows() == (Names{"1", "2"}));
  BOOST_TEST(database.value("select count(*) from pg_index where indisvalid and indrelid = 't'::regclass") ==
             "1");
}

BOOST_FIXTURE_TEST_CASE(one_that_was_dropped_behind_a_killed_runner_is_not_dropped_again, HalfDone) {
  database.execute("create index t_i on t (i)");
  cut_off_in("drop index concurrently public.t_i;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(rows() == (Names{"1", "2"}));
  BOOST_TEST(!database.exists("t_i"));
}

BOOST_FIXTURE_TEST_CASE(one_that_was_never_there_is_not_taken_for_dropped, HalfDone) {
  migration("001_x.sql", "drop index concurrently nowhere_i;\n");
  for (int run_number = 1; run_number <= 2; ++run_number) {
    BOOST_TEST(says(run({"up"}), 5, "index \"nowhere_i\" does not exist"));
  }
}

BOOST_FIXTURE_TEST_CASE(an_index_that_was_there_before_is_not_taken_for_the_one_that_was_to_be_built,
                        HalfDone) {
  database.execute("create index t_i on t ((i + 1))");
  migration("001_x.sql", "insert into t values (1);\ncreate index concurrently t_i on t (i);\n");
  for (int run_number = 1; run_number <= 2; ++run_number) {
    BOOST_TEST(says(run({"up"}), 5, "relation \"t_i\" already exists"));
  }
  BOOST_TEST(rows() == (Names{"1"}));
}

BOOST_FIXTURE_TEST_CASE(a_transaction_that_was_prepared_before_the_runner_was_killed_is_not_run_again,
                        ProjectFixture) {
  OwnServer server;
  connect(server.url()).execute("alter system set max_prepared_transactions = 1");
  server.strike_down();
  server.start();
  environment_["DATABASE_URL"] = server.url();
  const std::string head =
      "-- runner: no-transaction\ncreate table t (i int);\nbegin;\ninsert into t values (1);\n"
      "prepare transaction 'x';\n";
  migration("001_x.sql", head + "select pg_sleep(60);\n");
  Process up = start({"up"});
  runner::Connection session = connect(server.url());
  const auto value = [&](const std::string& sql) { return session.execute(sql).text(0, 0); };
  BOOST_REQUIRE(eventually([&] {
    return value("select count(*) from pg_stat_activity where query = 'select pg_sleep(60)'") == "1";
  }));
  up.signal(SIGKILL);
  up.wait();
  session.execute(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(60)'");
  migration("001_x.sql", head + "commit prepared 'x';\n");
  const Outcome outcome = run({"up", "--lock-wait", "20s"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  BOOST_TEST(value("select count(*) from t") == "1");
}

BOOST_AUTO_TEST_SUITE_END()
