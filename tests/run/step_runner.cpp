#include "run/step_runner.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/database_state.hpp"
#include "support/errors.hpp"
#include "support/fake_server.hpp"
#include "support/server.hpp"
#include "support/steps.hpp"

namespace step_runner {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Listener : Observer {
  std::vector<std::string> heard;
  void step_started(const Step& step) override { heard.push_back("started " + step.name); }
  void step_finished(const Step& step, Milliseconds /*took*/) override {
    heard.push_back("finished " + step.name);
  }
};

bool sends_commit(std::string_view sent) { return sent.find("COMMIT") != std::string_view::npos; }

struct StepFixture {
  explicit StepFixture(const std::string& url = "")
      : connection(connect(url.empty() ? database.url() : url)),
        runner(connection, writer_for(connection), listener, {Milliseconds{2000}, 0, false}) {}

  static HistoryWriter writer_for(Connection& connection) {
    return {read_state(connection, "public", ReadScope::history).tables, {"tester", "host", "", "1.2.3"}};
  }

  void run(const Step& step) { runner.run({&step, 1}); }

  std::vector<std::string> history() {
    return database.column("select migration_name from migration_history order by id");
  }

  /// Runs a step over a connection that is lost at its COMMIT.
  void require_in_doubt(Answer proxied) {
    FakeServer proxy(std::move(proxied));
    Connection lost = connect(url_at_port(proxy.port(), database.name()));
    StepRunner lost_runner(lost, writer_for(connection), listener, {Milliseconds{2000}, 0, false});
    const Step step = up("001_a", "create table a (id int)");
    BOOST_CHECK_EXCEPTION(lost_runner.run({&step, 1}), Error,
                          in_doubt("the connection was lost while \"001_a\" was being committed"));
    BOOST_TEST(lost_runner.commit_in_doubt());
  }

  TemporaryDatabase database;
  Connection connection;
  Listener listener;
  StepRunner runner;
};

// What a file may leave in the session, and how the next file would notice.
struct Leftover {
  std::string_view what, leave, look, expected;
};
std::ostream& operator<<(std::ostream& out, const Leftover& sample) { return out << sample.what; }

const std::vector<Leftover> leftovers{
    {"an empty search_path", "select set_config('search_path', '', false)",
     "select current_setting('search_path')", "\"$user\", public"},
    {"a timeout", "set statement_timeout = '1h'", "select current_setting('statement_timeout')", "0"},
    {"backslashes that escape", "do $$begin set standard_conforming_strings = off; end$$", "select 'a\\b'",
     "a\\b"},
    {"a client encoding", "set client_encoding = 'LATIN1'", "select current_setting('client_encoding')",
     "UTF8"},
    {"replica mode", "set session_replication_role = replica",
     "select current_setting('session_replication_role')", "origin"},
    {"a role", "set role pg_monitor", "select current_user", "runner"},
    {"a session user", "set session authorization pg_monitor", "select session_user", "runner"},
    {"a temporary table", "create temp table tt (id int)", "select to_regclass('tt') is null", "true"},
    {"a prepared statement", "prepare p as select 1",
     "select count(*) from pg_prepared_statements where name = 'p'", "0"},
    {"a channel", "listen c", "select count(*) from pg_listening_channels()", "0"},
    {"a cursor", "declare k cursor with hold for select 1",
     "select count(*) from pg_cursors where name <> ''", "0"},
};

}  // namespace step_runner

BOOST_FIXTURE_TEST_SUITE(step_runner, StepFixture)

BOOST_AUTO_TEST_CASE(a_step_is_finished_only_with_its_row) {
  run(up("001_a", "create table a (id int)"));
  BOOST_TEST(history() == std::vector<std::string>{"001_a.sql"}, boost::test_tools::per_element());
  const std::vector<std::string> heard{"started 001_a", "finished 001_a"};
  BOOST_TEST(listener.heard == heard, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_failed_step_is_undone_and_never_reported_as_finished) {
  BOOST_CHECK_EXCEPTION(run(up("001_a", "create table a (id int); select 1/0")), Error,
                        failed("division by zero").sqlstate("22012"));
  BOOST_TEST(!database.exists("a"));
  BOOST_TEST(history().empty());
  BOOST_TEST(listener.heard == std::vector<std::string>{"started 001_a"}, boost::test_tools::per_element());
  BOOST_TEST(database.value("select concat_ws('|', outcome, sqlstate, error) from migration_log") ==
             "failed|22012|division by zero");
}

BOOST_DATA_TEST_CASE(what_a_file_leaves_in_the_session_does_not_reach_the_next, bdata::make(leftovers)) {
  StepFixture own;
  own.run(up("001_a", std::string(sample.leave)));
  own.run(up("002_b", "create table seen as select (" + std::string(sample.look) + ")::text as it"));
  BOOST_TEST(own.database.value("select it from seen") == sample.expected);
}

BOOST_AUTO_TEST_CASE(the_lock_timeout_of_a_directive_wins_over_the_flag) {
  const std::string look = "create table seen as select current_setting('lock_timeout') as it";
  run(up("001_a", look));
  BOOST_TEST(database.value("select it from seen") == "2s");
  run(up("002_b", "-- runner: lock-timeout 15min\ndrop table seen; " + look));
  BOOST_TEST(database.value("select it from seen") == "15min");
  run(up("003_c", "-- runner: no-transaction\ndrop table seen; " + look));
  BOOST_TEST(database.value("select it from seen") == "0");
}

BOOST_AUTO_TEST_CASE(a_script_that_brings_its_own_transaction_keeps_its_isolation) {
  run(up("001_a",
         "begin isolation level serializable;\n"
         "create table seen as select current_setting('transaction_isolation') as it;\ncommit;"));
  BOOST_TEST(database.value("select it from seen") == "serializable");
}

// How often a run of these steps sends the SQL that writes a row of the log.
std::size_t texts_sent_for(const std::vector<Step>& steps, StepFixture& fixture) {
  std::size_t texts = 0;
  FakeServer proxy(pass_on([&](std::string_view sent) {
    constexpr std::string_view kRecord = "insert into \"public\".migration_log";
    for (auto at = sent.find(kRecord); at != std::string_view::npos; at = sent.find(kRecord, at + 1)) ++texts;
    return false;
  }));
  Connection connection = connect(url_at_port(proxy.port(), fixture.database.name()));
  StepRunner runner(connection, StepFixture::writer_for(connection), fixture.listener,
                    {Milliseconds{2000}, 0, false});
  runner.run(steps);
  return texts;
}

BOOST_AUTO_TEST_CASE(what_records_a_step_is_parsed_once_for_all_of_them) {
  std::vector<Step> steps{up("001_a", "create table a (id int)"), up("002_b", "select 1; select 2"),
                          up("003_c", "create table c (id int)")};
  steps.back().rollback = check_script("003_c.down.sql", Text("drop table c"));
  BOOST_TEST(texts_sent_for(steps, *this) == 1U);
  BOOST_TEST(database.value("select count(*) from migration_log") == "3");
}

BOOST_AUTO_TEST_CASE(a_large_statement_is_not_kept_parsed_and_costs_another_text) {
  const std::string long_text(70'000, 'x');
  const std::vector<Step> steps{up("001_a", "select 1"), up("002_b", "select '" + long_text + "'"),
                                up("003_c", "select 1")};
  BOOST_TEST(texts_sent_for(steps, *this) == 2U);
}

BOOST_AUTO_TEST_CASE(a_script_may_have_the_session_forget_everything_in_its_middle) {
  const std::vector<Step> steps{up("001_a", "prepare p as select 1; deallocate all; create table a (id int)"),
                                up("002_b", "prepare p as select 2; execute p")};
  runner.run(steps);
  BOOST_TEST(database.value("select count(*) from migration_history") == "2");
}

BOOST_AUTO_TEST_CASE(a_script_does_not_feel_how_the_step_before_was_recorded) {
  StepRunner one(connection, writer_for(connection), listener, {Milliseconds{2000}, 0, true});
  const std::vector<Step> steps{
      up("001_a", "select 1"),
      up("002_b",
         "create table seen as"
         " select concat_ws(' ', current_setting('enable_seqscan'), current_setting('jit')) as it")};
  one.run(steps);
  BOOST_TEST(database.value("select it from seen") == "on on");
}

// Creates the tables first, because that also ends with a COMMIT, whose loss leaves nothing in doubt.
BOOST_AUTO_TEST_CASE(a_connection_lost_at_commit_leaves_the_outcome_in_doubt) {
  run(up("000_first", "select 1"));
  listener.heard.clear();
  require_in_doubt(pass_on(sends_commit));
  BOOST_TEST(listener.heard == std::vector<std::string>{"started 001_a"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("a"));
}

BOOST_AUTO_TEST_CASE(a_pooler_that_lost_the_server_at_commit_leaves_the_outcome_in_doubt) {
  run(up("000_first", "select 1"));
  require_in_doubt(pass_on_and_say_fatal(sends_commit, "08P01", "server conn crashed?"));
}

BOOST_AUTO_TEST_SUITE_END()
