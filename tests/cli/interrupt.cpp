#include <fmt/format.h>
#include <sys/stat.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>
#include <iterator>
#include <regex>

#include "support/fake_server.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace interrupted {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Words = std::vector<std::string>;

struct Signal {
  std::string_view what;
  int number;
  int exit_code;
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const Signal& signal) { return out << signal.what; }

const std::vector<Signal> signals{
    {"SIGINT", SIGINT, 130, "interrupted"},
    {"SIGTERM", SIGTERM, 143, "stopped by SIGTERM"},
    {"SIGHUP", SIGHUP, 143, "stopped by SIGHUP: the terminal is gone"},
};

// Two equal signals count as one if the second arrives before the process has handled the first.
bool no_signal_is_pending(const Process& process) {
  std::ifstream file(fmt::format("/proc/{}/status", process.pid()));
  const std::string status{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return status.find("ShdPnd:\t0000000000000000\n") != std::string::npos;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// SIGINT is the second signal in the mask. Until the new process has executed runner, it has the handlers of
// the tests.
bool handles_signals(const Process& process) {
  std::error_code ignored;
  if (std::filesystem::read_symlink(fmt::format("/proc/{}/exe", process.pid()), ignored) != runner_binary())
    return false;
  std::ifstream file(fmt::format("/proc/{}/status", process.pid()));
  const std::string status{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::string_view name = "SigCgt:\t";
  const std::size_t at = status.find(name);
  return at != std::string::npos && (std::stoull(status.substr(at + name.size()), nullptr, 16) & 2) != 0;
}

struct Interrupted : RunnerFixture {
  Interrupted() { pair("001_a"); }

  /// Sends the signal while a statement sleeps. The sleep is longer than the wait for the end.
  Outcome stop_while_sleeping(Process& process, int number) {
    BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
    process.signal(number);
    return process.wait();
  }

  void require_nobody_left() {
    BOOST_TEST(eventually([&] { return other_sessions() == "0"; }));
    BOOST_TEST(advisory_locks() == "0");
  }
};

}  // namespace interrupted

BOOST_FIXTURE_TEST_SUITE(interrupted, Interrupted)

BOOST_DATA_TEST_CASE_F(Interrupted, a_signal_stops_a_long_statement_and_undoes_its_file,
                       bdata::make(signals)) {
  migration("002_b.sql", "create table b (i int);\nselect pg_sleep(3600);\n");
  migration("003_c.sql", "create table c (i int);\n");
  Process process = start({"up"});
  const Outcome outcome = stop_while_sleeping(process, sample.number);
  BOOST_TEST(said(outcome) == fmt::format(R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql: error: {}
err: hint: "002_b" was undone; the database is at 001_a.
exit: {}
)",
                                          sample.message, sample.exit_code));
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("b"));
  BOOST_TEST(!database.exists("c"));
  BOOST_TEST(log().back() == fmt::format("up failed 002_b {}", sample.message));
  require_nobody_left();
  migration("002_b.sql", "create table b (i int);\n");
  BOOST_TEST(run({"up", "--lock-wait", "0"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_signal_stops_a_down_and_the_migration_stays_applied) {
  migration("001_a.down.sql", "drop table a;\nselect pg_sleep(3600);\n");
  run({"up"});
  Process process = start({"down"});
  BOOST_TEST(said(stop_while_sleeping(process, SIGINT)) == R"(
err:   down 001_a ....................................... failed
err: database/migrations/001_a.down.sql: error: interrupted
err: hint: The down script was undone: "001_a" is still applied.
exit: 130
)");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(database.exists("a"));
  BOOST_TEST(log().back() == "down failed 001_a interrupted");
  require_nobody_left();
}

BOOST_AUTO_TEST_CASE(a_signal_stops_a_seed_and_undoes_it) {
  run({"up"});
  seed("001_s.sql", "insert into a values (1);\nselect pg_sleep(3600);\n");
  Process process = start({"seed", "--env", "test"});
  BOOST_TEST(said(stop_while_sleeping(process, SIGTERM)) == R"(
err:   seed 001_s ....................................... failed
err: seeds/001_s.sql: error: stopped by SIGTERM
err: hint: "001_s" was undone.
exit: 143
)");
  BOOST_TEST(database.value("select count(*) from a") == "0");
  BOOST_TEST(database.value("select count(*) from seed_history") == "0");
  require_nobody_left();
}

BOOST_AUTO_TEST_CASE(a_signal_leaves_a_script_without_a_transaction_where_it_can_go_on) {
  migration("002_b.sql",
            "-- runner: no-transaction\ninsert into a values (1);\nselect pg_sleep(3600);\ninsert into a "
            "values (3);\n");
  Process process = start({"up"});
  const std::string stopped = said(stop_while_sleeping(process, SIGINT));
  BOOST_TEST(stopped == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql: error: interrupted
err: detail: "002_b" is left half done: 1 of 3 statements have run.
err: hint: Run "runner up" again; it resumes at statement 2.
exit: 130
)");
  require_nobody_left();
  migration("002_b.sql",
            "-- runner: no-transaction\ninsert into a values (1);\nselect 2;\ninsert into a values (3);\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.column("select i from a order by i") == (Words{"1", "3"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_statement_that_waits_for_a_lock_is_stopped_too) {
  run({"up"});
  migration("002_b.sql", "alter table a add column j int;\n");
  Connection reader = connect(database.url());
  reader.execute("begin");
  reader.execute("select * from a");
  Process process = start({"up", "--lock-timeout", "1h"});
  BOOST_REQUIRE(eventually([&] {
    return database.value("select count(*) from pg_locks where not granted and relation = 'a'::regclass") ==
           "1";
  }));
  process.signal(SIGINT);
  BOOST_TEST(process.wait().exit_code == 130);
  BOOST_TEST(log().back() == "up failed 002_b interrupted");
}

BOOST_DATA_TEST_CASE_F(Interrupted, a_signal_ends_the_wait_for_another_runner, bdata::make(signals)) {
  database.execute(kTakeLock);
  Process process = start({"up", "--lock-wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far() != ""; }));
  process.signal(sample.number);
  const Outcome outcome = process.wait();
  BOOST_TEST(outcome.exit_code == sample.exit_code);
  BOOST_TEST(outcome.err.ends_with(fmt::format(" 1 h 00 min\nerror: {}\n", sample.message)));
  BOOST_TEST(!database.exists("migration_history"));
}

BOOST_DATA_TEST_CASE_F(ProjectFixture, a_signal_ends_the_wait_for_a_server, bdata::make(signals)) {
  Process process = start_at(url_at_port(free_port(), "shop"), {"up", "--wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far() != ""; }));
  process.signal(sample.number);
  BOOST_TEST(said(process.wait()) == fmt::format(R"(
err: the server is not there yet: waiting up to 1 h 00 min
err: error: {}
exit: {}
)",
                                                 sample.message, sample.exit_code));
}

BOOST_FIXTURE_TEST_CASE(a_signal_ends_the_wait_for_an_answer_to_the_first_word, ProjectFixture) {
  const FakeServer server(stay_silent());
  Process process = start_at(url_at_port(server.port(), "shop"), {"status"});
  BOOST_REQUIRE(eventually([&] { return server.connections() == 1; }));
  process.signal(SIGINT);
  BOOST_TEST(said(process.wait()) == "\nerr: error: interrupted\nexit: 130\n");
}

BOOST_AUTO_TEST_CASE(a_second_signal_ends_it_at_once) {
  // Nothing reads the cancel request, so without the second signal this would take long.
  migration("002_b.sql", "select pg_sleep(3600);\n");
  run({"up", "--to", "1"});
  const FakeServer silent_after_the_start(at_first(1, pass_on(), stay_silent()));
  Process process = start_at(url_at_port(silent_after_the_start.port(), database.name()), {"up"});
  BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
  process.signal(SIGINT);
  BOOST_REQUIRE(eventually([&] { return no_signal_is_pending(process); }));
  process.signal(SIGINT);
  BOOST_TEST(process.wait().exit_code == 130);
  database.execute(
      "select pg_terminate_backend(pid) from pg_stat_activity"
      " where datname = current_database() and wait_event = 'PgSleep'");
}

BOOST_AUTO_TEST_CASE(a_signal_while_a_commit_is_not_answered_says_how_to_find_out) {
  run({"up"});
  migration("002_b.sql", "create table b (i int);\n");
  const FakeServer silent(at_first(1, pass_on_and_fall_silent([](std::string_view sent) {
                                     return sent.find("create table b") != std::string::npos;
                                   }),
                                   stay_silent()));
  Process process = start_at(url_at_port(silent.port(), database.name()), {"up"});
  // runner opens a second connection to find out why there is no answer.
  BOOST_REQUIRE(eventually([&] { return silent.connections() > 1; }));
  process.signal(SIGTERM);
  const Outcome outcome = process.wait();
  BOOST_TEST(outcome.exit_code == 5);
  static const std::regex pid(R"(\d{2,})");
  BOOST_TEST(std::regex_replace(outcome.err.substr(outcome.err.find("database/")), pid, "PID") ==
             "database/migrations/PID_b.sql: error: it is not known whether \"PID_b\" is committed\n"
             "detail: runner was stopped, and the server, pid PID, had not answered COMMIT.\n"
             "hint: If it is stuck, end it: select pg_terminate_backend(PID);\n"
             "  Then run \"runner status\": it shows whether the migration is applied.\n");
}

BOOST_AUTO_TEST_CASE(a_signal_while_a_statement_outside_a_transaction_is_not_answered_leaves_it_in_doubt) {
  run({"up"});
  migration("002_b.sql", "-- runner: no-transaction\nselect 1;\nselect 4711;\n");
  const FakeServer silent(at_first(1, pass_on_and_fall_silent([](std::string_view sent) {
                                     return sent.find("4711") != std::string::npos;
                                   }),
                                   stay_silent()));
  Process process = start_at(url_at_port(silent.port(), database.name()), {"up"});
  BOOST_REQUIRE(eventually([&] { return silent.connections() > 1; }));
  process.signal(SIGTERM);
  const Outcome outcome = process.wait();
  BOOST_TEST(says(outcome, 5, "select pg_terminate_backend("));
  BOOST_TEST(contains(outcome.err, "\"002_b\" is left half done: "));
}

// The process hangs in open(), before it could wait for a signal.
BOOST_FIXTURE_TEST_CASE(a_signal_ends_it_while_a_file_does_not_open, ProjectFixture) {
  const std::string pipe = project.path() / "pipe";
  BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  Process process = start({"status", "--env-file", pipe});
  BOOST_REQUIRE(eventually([&] { return handles_signals(process); }));
  process.signal(SIGINT);
  BOOST_TEST(said(process.wait()) == "\nerr: error: interrupted\nexit: 130\n");
}

// runner has its answers and still reads a large file. If a machine has read it before the signal arrives,
// the test retries with a larger file.
BOOST_DATA_TEST_CASE_F(Interrupted, a_signal_while_files_are_read_is_heeded_behind_them,
                       bdata::make(std::vector<std::string>{"up", "status"}), command) {
  run({"up"});
  const std::string expected = "\nerr: error: interrupted\nexit: 130\n";
  std::string heard;
  for (std::size_t statements = 400'000; heard != expected && statements < 50'000'000; statements *= 2) {
    database.execute("delete from migration_history where migration_name = '002_b.sql'");
    migration("002_b.sql", repeated("select 1;\n", statements));
    Process process = start({command});
    BOOST_REQUIRE(eventually(
        [&] { return other_sessions() == "1" && advisory_locks() == (command == "up" ? "1" : "0"); }));
    process.signal(SIGINT);
    heard = said(process.wait());
    require_nobody_left();
  }
  BOOST_TEST(heard == expected);
}

// The terminal and the shell in it may each send SIGHUP.
BOOST_AUTO_TEST_CASE(a_terminal_that_goes_away_may_say_so_twice) {
  migration("002_b.sql", "create table b (i int);\nselect pg_sleep(3600);\n");
  Process process = start({"up"});
  BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
  process.signal(SIGHUP);
  BOOST_REQUIRE(eventually([&] { return no_signal_is_pending(process); }));
  process.signal(SIGHUP);
  const Outcome outcome = process.wait();
  BOOST_TEST(outcome.exit_code == 143);
  BOOST_TEST(outcome.err.ends_with("hint: \"002_b\" was undone; the database is at 001_a.\n"));
  BOOST_TEST(log().back() == "up failed 002_b stopped by SIGHUP: the terminal is gone");
}

BOOST_AUTO_TEST_CASE(under_nohup_a_terminal_that_goes_away_stops_nothing) {
  migration("002_b.sql", "create table b (i int);\nselect pg_advisory_xact_lock(1);\n");
  database.execute("select pg_advisory_lock(1)");
  Process process(project.path(), {"/usr/bin/env", "nohup", runner_binary(), "up", "--lock-timeout", "0"},
                  environment_);
  BOOST_REQUIRE(eventually([&] { return advisory_locks() == "3"; }));
  process.signal(SIGHUP);
  BOOST_REQUIRE(eventually([&] { return no_signal_is_pending(process); }));
  database.execute("select pg_advisory_unlock(1)");
  BOOST_TEST(process.wait().exit_code == 0);
  BOOST_TEST(history() == (Words{"001_a.sql", "002_b.sql"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(json_tells_of_an_interrupt) {
  migration("001_a.sql", "select pg_sleep(3600);\n");
  Process process = start({"up", "--json"});
  const Outcome outcome = stop_while_sleeping(process, SIGINT);
  BOOST_TEST(outcome.exit_code == 130);
  BOOST_TEST(contains(outcome.out, "\"kind\": \"interrupted\""));
  BOOST_TEST(contains(outcome.out, "\"exit_code\": 130"));
}

BOOST_AUTO_TEST_SUITE_END()
