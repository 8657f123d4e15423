// Which files run in one transaction, and which run statement by statement.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace transactions {

using namespace runner::test;
using Names = std::vector<std::string>;

// Statements that the server refuses in a transaction and that do not affect other tests. {0} is the name of
// the database.
const Names outside{"create index concurrently ti on t (i)",
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS tu ON t (i)",
                    "reindex index concurrently t_old",
                    "reindex (concurrently, verbose) table t",
                    "reindex schema public",
                    "vacuum",
                    "vacuum (analyze) t",
                    "cluster",
                    "alter table parted detach partition part concurrently",
                    "create database {0}_more",
                    "drop database if exists {0}_none",
                    "discard all",
                    "drop index concurrently t_old"};

// Statements that run in a transaction, although many believe they cannot.
const Names inside{"reindex table t",
                   "analyze",
                   "cluster t using t_old",
                   "discard plans",
                   "refresh materialized view concurrently v",
                   "truncate t",
                   "alter type mood add value 'glad'"};

struct Transactions : RunnerFixture {
  Transactions() {
    given(
        "create table t (i int); create index t_old on t (i);"
        "create table parted (i int) partition by range (i);"
        "create table part partition of parted for values from (0) to (9);"
        "create materialized view v as select i from t; create unique index vi on v (i);"
        "create type mood as enum ('sad')");
  }
  ~Transactions() {
    runner::test::connect(server_url()).execute("drop database if exists " + database.name() + "_more");
  }

  /// Writes each statement to its own file and checks that runner plans them as `how` and runs them.
  void require_run(const Names& statements, const std::string& how) {
    std::string plan = fmt::format("would apply {} migrations:\n", statements.size());
    Names files;
    for (const std::string& pattern : statements) {
      const std::string statement = fmt::format(fmt::runtime(pattern), database.name());
      const std::string name = fmt::format("{:03}_x", files.size() + 1);
      files.push_back(name + ".sql");
      migration(files.back(), "-- about it\n" + statement + ";\n");
      plan += fmt::format("  up {}  1 statement, {}, no rollback\n", name,
                          fmt::format(fmt::runtime(how), statement));
    }
    BOOST_TEST(run({"up", "--dry-run"}).out == plan);
    const Outcome outcome = run({"up"});
    BOOST_TEST(outcome.exit_code == 0, outcome.err);
    BOOST_TEST(history() == files, boost::test_tools::per_element());
  }

  Names rows() { return database.column("select i from t order by i"); }
};

}  // namespace transactions

BOOST_AUTO_TEST_SUITE(transactions)

BOOST_FIXTURE_TEST_CASE(what_the_server_refuses_in_a_transaction_runs_outside_without_being_asked,
                        Transactions) {
  require_run(outside, "no transaction because of line 2: {}");
}

BOOST_FIXTURE_TEST_CASE(what_the_server_accepts_in_a_transaction_runs_in_one, Transactions) {
  require_run(inside, "one transaction");
}

BOOST_FIXTURE_TEST_CASE(a_run_tells_why_there_is_no_transaction, Transactions) {
  migration("001_x.sql", "select 1;\n\ncreate index concurrently ti\n  on t (i);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x
err:     without a transaction, because of line 3: create index concurrently ti
err:   up 001_x ......................................... N ms
out: applied 1 migration in N ms; at 001_x
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(the_directive_runs_each_statement_in_a_transaction_of_its_own, Transactions) {
  migration("001_x.sql",
            "-- runner: no-transaction\ncreate table a as select txid_current() as x;\n"
            "create table b as select txid_current() as x;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x ......................................... N ms
out: applied 1 migration in N ms; at 001_x
exit: 0
)");
  BOOST_TEST(database.value("select a.x <> b.x from a, b") == "t");
}

BOOST_FIXTURE_TEST_CASE(without_the_directive_all_statements_share_one_transaction, Transactions) {
  migration("001_x.sql",
            "create table a as select txid_current() as x;\ncreate table b as select txid_current() as x;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select a.x = b.x from a, b") == "t");
}

BOOST_FIXTURE_TEST_CASE(a_procedure_that_commits_needs_the_directive, Transactions) {
  const std::string sql = "do $$ begin insert into t values (1); commit; insert into t values (2); end $$;\n";
  migration("001_x.sql", sql);
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:1: error: invalid transaction termination [2D000]
err:     do $$ begin insert into t values (1); commit; insert into t values (2); …
err: context: PL/pgSQL function inline_code_block line 1 at COMMIT
err: hint: Put the line "-- runner: no-transaction" at the top of the file: it then runs statement by statement.
err:   "001_x" was undone; nothing is applied.
exit: 3
)");
  BOOST_TEST(rows().empty());
  migration("001_x.sql", "-- runner: no-transaction\n" + sql);
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(rows() == (Names{"1", "2"}));
}

BOOST_FIXTURE_TEST_CASE(what_only_the_server_can_see_is_refused_with_advice, Transactions) {
  migration("001_x.sql", "reindex table parted;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:1: error: REINDEX TABLE cannot run inside a transaction block [25001]
err:     reindex table parted;
err: context: while reindexing partitioned table "public.parted"
err: hint: Put the line "-- runner: no-transaction" at the top of the file: it then runs statement by statement.
err:   "001_x" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(a_commit_that_ends_nothing_is_warned_of_as_by_psql, Transactions) {
  migration("001_a.sql",
            "-- runner: no-transaction\ninsert into t values (1);\ncommit;\ninsert into t values (2);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a
err:     WARNING: there is no transaction in progress
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
  BOOST_TEST(rows() == (Names{"1", "2"}));
}

BOOST_FIXTURE_TEST_CASE(a_rollback_that_would_undo_nothing_is_refused_with_both_places, Transactions) {
  const std::string text = "create table a (i int);\nrollback;\nvacuum;\n";
  migration("001_a.sql", text);
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations/001_a.sql:2:1: error: "rollback" ends no transaction: the file runs without one because of line 3: vacuum
err:     rollback;
err:     ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it as psql does: each statement takes effect by itself.
exit: 1
)");
  BOOST_TEST(!database.exists("a"));
  migration("001_a.sql", "-- runner: no-transaction\n" + text);
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a
err:     WARNING: there is no transaction in progress
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
  BOOST_TEST(database.exists("a"));
}

BOOST_FIXTURE_TEST_CASE(the_statement_that_leaves_a_commit_without_a_use_may_be_in_an_included_file,
                        Transactions) {
  migration("parts/vacuum.sql", "select 1;\nvacuum t;\n");
  migration("001_a.sql", "insert into t values (1);\ncommit;\n\\ir parts/vacuum.sql\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.exit_code == 1);
  BOOST_TEST(
      outcome.err.starts_with(
          "database/migrations/001_a.sql:2:1: error: \"commit\" ends no transaction: the file runs without "
          "one because of line 2 of database/migrations/parts/vacuum.sql: vacuum t\n"),
      outcome.err);
}

BOOST_FIXTURE_TEST_CASE(without_a_transaction_locks_are_refused_and_local_settings_warned_of, Transactions) {
  migration("001_a.sql",
            "set local lock_timeout = '1s';\nset constraints all immediate;\nvacuum t;\nlock table "
            "t;\nselect 1;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a
err:     without a transaction, because of line 3: vacuum t
err:     WARNING: SET LOCAL can only be used in transaction blocks
err:     WARNING: SET CONSTRAINTS can only be used in transaction blocks
err:   up 001_a ......................................... failed
err: database/migrations/001_a.sql:4: error: LOCK TABLE can only be used in transaction blocks [25P01]
err:     lock table t;
err: detail: "001_a" is left half done: 3 of 5 statements have run.
err: hint: Fix statement 4 and run "runner up" again; it resumes there.
exit: 5
)");
}

BOOST_AUTO_TEST_SUITE_END()
