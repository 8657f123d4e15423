#include "run/outside_runner.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/database_state.hpp"
#include "support/server.hpp"
#include "support/steps.hpp"

namespace outside_runner {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

using Words = std::vector<std::string>;

struct Listener : Observer {
  Words remarks;
  std::vector<std::size_t> started;
  void remark(const Finding& finding) override { remarks.push_back(finding.message); }
  void statement_started(const Step& /*step*/, std::size_t number, const std::string& /*summary*/) override {
    started.push_back(number);
  }
};

Step outside(const std::string& text) { return up("001_x", "-- runner: no-transaction\n" + text); }

// The same, but an earlier run left the script half done before this statement.
Step resumed_at(std::size_t statement, const std::string& text) {
  Step step = outside(text);
  step.first_statement = statement;
  step.resumed = true;
  return step;
}

struct Failure {
  Error error;
  ScriptProgress progress;
};

struct OutsideFixture {
  OutsideFixture() {
    for (const std::string& statement : writer.creation()) connection.execute(statement);
    writer.created();
    connection.execute("create table t (i int)");
  }

  ScriptProgress run(const Step& step) {
    OutsideRunner script(connection, pipeline, writer, listener, step);
    script.run();
    return script.progress();
  }

  Failure failure_of(const Step& step) {
    OutsideRunner script(connection, pipeline, writer, listener, step);
    try {
      script.run();
    } catch (const Error& error) {
      pipeline.abandon();
      if (!connection.idle()) connection.execute("rollback");
      return {error, script.progress()};
    }
    throw std::logic_error("the script did not fail");
  }

  Words rows() { return database.column("select i from t order by i"); }

  /// For each row of the log, how many statements had run, and the rows of t from the same transaction.
  Words log() {
    return database.column(
        "select concat_ws(' ', statement, (select string_agg(i::text, ',' order by i) from t"
        " where t.xmin = l.xmin)) from migration_log l order by id");
  }

  TemporaryDatabase database;
  Connection connection = connect(database.url());
  HistoryWriter writer{read_state(connection, "public", ReadScope::history).tables,
                       {"tester", "host", "", "1.2.3"}};
  Pipeline pipeline{connection};
  Listener listener;
};

// Whether a first statement that fails may have left something.
struct FailingCase {
  std::string_view what, statement, sqlstate;
  bool may_stay;
};
std::ostream& operator<<(std::ostream& out, const FailingCase& sample) { return out << sample.what; }

const std::vector<FailingCase> failing{
    {"in a transaction with the log", "insert into nowhere values (1)", "42P01", false},
    {"refused in a transaction", "vacuum nowhere", "42P01", true},
    {"refused there by the server alone", "do $$ begin commit; perform 1/0; end $$", "22012", true},
    {"not understood by the server", "vacuum t u", "42601", false},
};

}  // namespace outside_runner

BOOST_FIXTURE_TEST_SUITE(outside_runner, OutsideFixture)

BOOST_AUTO_TEST_CASE(progress_is_written_together_with_what_a_statement_does) {
  const ScriptProgress progress = run(outside("insert into t values (1);\ninsert into t values (2);\n"));
  BOOST_TEST(log() == (Words{"0", "1 1", "2 2"}), boost::test_tools::per_element());
  BOOST_TEST(progress.done == 2U);
  BOOST_TEST(!progress.may_stay);
}

BOOST_AUTO_TEST_CASE(what_fails_in_its_transaction_leaves_neither_rows_nor_an_entry) {
  const Failure failure = failure_of(outside("insert into t values (1);\ninsert into t values (1 / 0);\n"));
  BOOST_TEST(failure.error.sqlstate() == "22012");
  BOOST_TEST(failure.error.place()->line == 3U);
  BOOST_TEST(failure.progress.done == 1U);
  BOOST_TEST(log() == (Words{"0", "1 1"}), boost::test_tools::per_element());
}

// The 11 shows that the log already had the previous statement, and the 2 that the DO block ran bare.
BOOST_AUTO_TEST_CASE(a_statement_refused_in_a_transaction_runs_bare_and_is_written_down_before_and_after) {
  run(
      outside("insert into t values (1);\n"
              "do $$ begin insert into t select 10 + max(statement) from migration_log; commit;"
              " insert into t values (2); end $$;\n"));
  BOOST_TEST(rows() == (Words{"1", "2", "11"}), boost::test_tools::per_element());
  BOOST_TEST(log() == (Words{"0", "1 1", "2"}), boost::test_tools::per_element());
  BOOST_TEST(listener.started == (std::vector<std::size_t>{1, 2}), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_runs_bare_may_leave_something_when_it_fails, bdata::make(failing)) {
  OutsideFixture own;
  const Failure failure = own.failure_of(outside(std::string(sample.statement)));
  BOOST_TEST(failure.error.sqlstate() == sample.sqlstate);
  BOOST_TEST(failure.progress.may_stay == sample.may_stay);
  BOOST_TEST(failure.progress.done == 0U);
  BOOST_TEST(own.log() == Words{"0"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_index_that_was_built_after_its_run_was_cut_off_is_not_built_again) {
  const std::string build = "create index concurrently t_i on t (i);\n";
  connection.execute(writer.progress(outside(build), {}));
  connection.execute("create index concurrently t_i on t (i)");
  const std::string built = database.value("select 't_i'::regclass::oid");
  run(resumed_at(1, build));
  BOOST_TEST(listener.remarks == Words{"statement 1 was finished after an earlier run was cut off"},
             boost::test_tools::per_element());
  BOOST_TEST(database.value("select 't_i'::regclass::oid") == built);
  BOOST_TEST(log() == (Words{"0", "0", "1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_invalid_index_is_dropped_and_built_again) {
  const std::string build = "create unique index concurrently u on t (i);\n";
  connection.execute("insert into t values (1), (1)");
  const Failure failure = failure_of(outside(build));
  BOOST_TEST(failure.error.detail() ==
             "Key (i)=(1) is duplicated.\n"
             "public.u is left INVALID; the next run drops it and builds it again.");
  connection.execute("delete from t");
  const std::string left = database.value("select 'u'::regclass::oid");
  run(resumed_at(1, build));
  BOOST_TEST(
      listener.remarks == Words{"public.u is INVALID: dropping it concurrently, then building it again"},
      boost::test_tools::per_element());
  BOOST_TEST(database.value("select 'u'::regclass::oid") != left);
  BOOST_TEST(database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass") == "t");
}

// The check of a file would refuse this text, so the test replaces the text after the check.
BOOST_AUTO_TEST_CASE(a_script_that_leaves_a_transaction_open_fails) {
  Step step = outside("select 1;\n");
  step.script.text = Text(std::string("begin;\ninsert into t values (1);\n"));
  const Failure failure = failure_of(step);
  BOOST_TEST(failure.error.message() == "the script leaves a transaction open");
  BOOST_TEST((failure.error.kind() == ErrorKind::failed));
  BOOST_TEST(failure.progress.done == 0U);
  BOOST_TEST(rows().empty());
}

BOOST_AUTO_TEST_CASE(a_resumed_script_repeats_the_settings_of_the_session_and_nothing_else) {
  run(resumed_at(3,
                 "set lock_timeout = '7s';\ninsert into t values (1);\n"
                 "create table seen as select current_setting('lock_timeout') as it;\n"));
  BOOST_TEST(database.value("select it from seen") == "7s");
  BOOST_TEST(rows().empty());
  BOOST_TEST(listener.started == std::vector<std::size_t>{3}, boost::test_tools::per_element());
  BOOST_TEST(log() == (Words{"2", "3"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_rows_of_a_copy_are_written_down_like_a_statement) {
  run(outside("copy t from stdin;\n1\n2\n\\.\ninsert into t values (3);\n"));
  BOOST_TEST(log() == (Words{"0", "1 1,2", "2 3"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_transaction_of_the_script_is_written_down_in_it_with_its_commit) {
  const ScriptProgress progress =
      run(outside("begin;\ncopy t from stdin;\n1\n\\.\ninsert into t values (2);\ncommit;\n"));
  BOOST_TEST(log() == (Words{"0", "4 1,2"}), boost::test_tools::per_element());
  BOOST_TEST(progress.done == 4U);
}

BOOST_AUTO_TEST_CASE(one_that_can_write_nothing_or_is_rolled_back_is_written_down_after_it) {
  run(outside("begin read only;\nselect 1;\ncommit;\nbegin;\ninsert into t values (1);\nrollback;\n"));
  BOOST_TEST(log() == (Words{"0", "3", "6"}), boost::test_tools::per_element());
  BOOST_TEST(rows().empty());
}

BOOST_AUTO_TEST_CASE(what_a_commit_that_chains_has_committed_is_certain) {
  const Failure failure =
      failure_of(outside("begin;\ninsert into t values (1);\ncommit and chain;\nselect 1 / 0;\ncommit;\n"));
  BOOST_TEST(failure.progress.done == 3U);
  BOOST_TEST(log() == (Words{"0", "3 1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_log_is_written_in_runners_own_role_and_the_script_keeps_its_role) {
  run(outside("set role pg_monitor;\nselect 1;\n"));
  BOOST_TEST(log() == (Words{"0", "1", "2"}), boost::test_tools::per_element());
  BOOST_TEST(connection.execute("select current_user").text(0, 0) == "pg_monitor");
}

BOOST_AUTO_TEST_SUITE_END()
