#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <regex>

#include "support/paths.hpp"
#include "support/runner_fixture.hpp"

namespace lock {

using namespace runner;
using namespace runner::test;
using Words = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Lock : RunnerFixture {
  Lock() {
    pair("001_a");
    seed("001_s.sql", "insert into a values (1);\n");
    other.execute("set application_name = 'somebody else'");
  }

  /// Checks that a run whose script sleeps holds the lock and no other run can get it.
  void expect_held_while_it_sleeps() {
    BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
    BOOST_TEST(advisory_locks() == "1");
    BOOST_TEST(
        run({"up", "--lock-wait", "0"}).err.starts_with("error: another runner is using this database\n"));
  }

  std::string pid() const { return std::to_string(other.backend().pid()); }

  /// What "up" prints while it waits for the lock.
  std::string said_while_waiting(const EnvironmentOverrides& environment = {}) {
    const Process process = start_with(environment, {"up", "--lock-wait", "1h"});
    BOOST_REQUIRE(eventually([&] { return process.err_so_far().ends_with(" 1 h 00 min\n"); }));
    return process.err_so_far();
  }

  /// Removes the waiting messages, whose number depends on the speed of the machine.
  static std::string without_waiting(const std::string& text) {
    static const std::regex waiting(R"(err: (another runner is using this database: |still waiting).*\n)");
    return std::regex_replace(text, waiting, "");
  }

  /// Replaces how long a session has been connected, which must be a time.
  static std::string without_age(const std::string& text) {
    static const std::regex age(R"(for \d\d:\d\d:\d\d)");
    return std::regex_replace(text, age, "for AGE");
  }

  Connection other = connect(database.url());
};

}  // namespace lock

BOOST_FIXTURE_TEST_SUITE(lock, Lock)

BOOST_AUTO_TEST_CASE(the_holder_is_named_when_the_wait_is_over) {
  other.execute(kTakeLock);
  for (const Words& words : {Words{"up"}, Words{"down"}, Words{"seed", "--env", "test"}}) {
    Words all = words;
    all.insert(all.end(), {"--lock-wait", "600ms"});
    BOOST_TEST(without_waiting(without_age(said(run(all)))) == fmt::format(R"(
err: error: another runner is using this database
err: detail: It is pid {0}, "somebody else", user {1} from 127.0.0.1, connected for AGE; waited N ms.
err: hint: Try again when it is done, or allow more time with --lock-wait.
err:   If it is stuck, end it: select pg_terminate_backend({0});
exit: 2
)",
                                                                           pid(), server_address().user));
  }
  BOOST_TEST(!database.exists("migration_history"));
}

BOOST_AUTO_TEST_CASE(without_a_wait_it_is_told_at_once) {
  other.execute(kTakeLock);
  BOOST_TEST(without_age(said(run_with({{"RUNNER_LOCK_WAIT", "0"}}, {"up"}))) ==
             fmt::format(R"(
err: error: another runner is using this database
err: detail: It is pid {0}, "somebody else", user {1} from 127.0.0.1, connected for AGE; waited N ms.
err: hint: Try again when it is done, or allow more time with --lock-wait.
err:   If it is stuck, end it: select pg_terminate_backend({0});
exit: 2
)",
                         pid(), server_address().user));
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_see_much_of_the_holder_is_told_the_rest) {
  const TemporaryRole role(database);
  other.execute(kTakeLock);
  const std::string waiting = said_while_waiting({{"DATABASE_URL", role.url()}});
  BOOST_TEST(
      waiting.starts_with(fmt::format("another runner is using this database: pid {}, \"somebody else\";"
                                      " waiting up to 1 h 00 min\n",
                                      pid())),
      waiting);
  BOOST_TEST(said(run_at(role.url(), {"up", "--lock-wait", "0"})) == fmt::format(R"(
err: error: another runner is using this database
err: detail: It is pid {0}, "somebody else", user {1}; waited N ms.
err: hint: Try again when it is done, or allow more time with --lock-wait.
err:   If it is stuck, end it: select pg_terminate_backend({0});
exit: 2
)",
                                                                                 pid(),
                                                                                 server_address().user));
}

BOOST_AUTO_TEST_CASE(a_bad_file_is_told_before_anybody_is_waited_for) {
  other.execute(kTakeLock);
  migration("002_b.sql", "select 'open");
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations/002_b.sql:1:8: error: unterminated quoted string
err:     select 'open
err:            ^
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(what_the_files_warn_of_is_told_before_anybody_is_waited_for) {
  other.execute(kTakeLock);
  migration("notes.sql", "select 1;");
  const std::string all = said_while_waiting();
  BOOST_TEST(all.starts_with("note: database/migrations/notes.sql has no number and never runs\n"
                             "another runner is using this database: "),
             all);
}

BOOST_AUTO_TEST_CASE(it_goes_on_when_the_lock_is_released) {
  other.execute(kTakeLock);
  Process process = start({"up", "--lock-wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far().ends_with("waiting up to 1 h 00 min\n"); }));
  const std::string waiting = without_age(process.err_so_far());
  BOOST_TEST(
      waiting.starts_with(fmt::format("another runner is using this database: pid {}, \"somebody else\","
                                      " running for AGE; waiting up to 1 h 00 min\n",
                                      pid())),
      waiting);
  BOOST_TEST(!database.exists("a"));
  other.execute(kReleaseLock);
  BOOST_TEST(without_waiting(said(process.wait())) == R"(
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(it_goes_on_when_the_holder_is_gone) {
  auto holder = std::make_unique<Connection>(connect(database.url()));
  holder->execute(kTakeLock);
  Process process = start({"up", "--lock-wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far() != ""; }));
  holder.reset();
  BOOST_TEST(process.wait().exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_runner_is_named_by_what_it_does) {
  migration("001_a.sql", "create table a (i int); select pg_sleep(3600);\n");
  Process first = start({"up"});
  BOOST_REQUIRE(eventually([&] { return advisory_locks() == "1"; }));
  const Outcome second = run({"down", "--lock-wait", "0"});
  BOOST_TEST(second.exit_code == 2);
  static const std::regex named(R"rx(It is pid \d+, "runner up host=[^"]+", user )rx");
  BOOST_TEST(std::regex_search(second.err, named));
}

BOOST_AUTO_TEST_CASE(what_only_looks_needs_no_lock) {
  other.execute(kTakeLock);
  for (const Words& words : {Words{"status"}, Words{"status", "--check"}, Words{"up", "--dry-run"},
                             Words{"down", "--dry-run"}, Words{"seed", "--dry-run"}}) {
    const Outcome outcome = run(words);
    BOOST_TEST(outcome.exit_code == (words.back() == "--check" ? 6 : 0));
    BOOST_TEST(!contains(outcome.err, "another runner"));
  }
}

BOOST_AUTO_TEST_CASE(the_lock_of_another_database_is_another_lock) {
  TemporaryDatabase elsewhere;
  elsewhere.execute(kTakeLock);
  BOOST_TEST(run({"up", "--lock-wait", "0"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(the_lock_is_gone_afterwards_however_it_ended) {
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(advisory_locks() == "0");
  migration("002_b.sql", "select 1/0;");
  BOOST_TEST(run({"up"}).exit_code == 3);
  BOOST_TEST(advisory_locks() == "0");
  migration("001_a.sql", "select 'edited';");
  BOOST_TEST(run({"up"}).exit_code == 4);
  BOOST_TEST(advisory_locks() == "0");
}

BOOST_AUTO_TEST_CASE(the_lock_is_held_behind_a_script_that_drops_all_locks) {
  migration("001_a.sql", "-- runner: no-transaction\ndiscard all;\n");
  migration("002_b.sql", "create table b (i int);\nselect pg_sleep(3600);\n");
  Process first = start({"up"});
  expect_held_while_it_sleeps();
}

BOOST_DATA_TEST_CASE(the_lock_is_held_within_a_script_that_drops_all_locks,
                     bdata::make({"discard all", "select pg_advisory_unlock_all()"}), dropping) {
  migration("001_a.sql", fmt::format("-- runner: no-transaction\n{};\nselect pg_sleep(3600);\n", dropping));
  Process first = start({"up"});
  expect_held_while_it_sleeps();
}

BOOST_AUTO_TEST_CASE(two_at_once_on_an_empty_database_run_each_file_once) {
  for (int file = 2; file <= 5; ++file) {
    migration(fmt::format("00{}_x.sql", file), fmt::format("insert into a values ({});\n", file));
    migration(fmt::format("00{}_x.down.sql", file), "select 1;\n");
  }
  for (int round = 1; round <= 5; ++round) {
    BOOST_TEST_CONTEXT("round " << round) {
      Process first = start({"up", "--lock-wait", "1h"});
      Process second = start({"up", "--lock-wait", "1h"});
      const Outcome one = first.wait();
      const Outcome two = second.wait();
      BOOST_TEST(one.exit_code == 0);
      BOOST_TEST(two.exit_code == 0);
      const bool nothing_left = one.out.starts_with("nothing to do") != two.out.starts_with("nothing to do");
      BOOST_TEST(nothing_left, one.out + two.out + one.err + two.err);
      BOOST_TEST(history().size() == 5U);
      BOOST_TEST(database.column("select i from a order by i") == (Words{"2", "3", "4", "5"}),
                 boost::test_tools::per_element());
      BOOST_TEST(database.value("select count(*) from migration_log where outcome <> 'done'") == "0");
      database.execute("drop table a, migration_history, migration_log, migration_scripts, seed_history");
    }
  }
}

BOOST_AUTO_TEST_CASE(several_at_once_run_a_script_without_a_transaction_once) {
  migration("002_b.sql", "-- runner: no-transaction\ninsert into a values (1);\ninsert into a values (2);\n");
  {
    std::vector<std::unique_ptr<Process>> processes;
    for (int i = 0; i < 4; ++i) {
      processes.push_back(std::make_unique<Process>(project.path(),
                                                    Words{runner_binary(), "up", "--lock-wait", "1h"},
                                                    EnvironmentOverrides{{"DATABASE_URL", database.url()}}));
    }
    for (const auto& process : processes) BOOST_TEST(process->wait().exit_code == 0);
  }
  BOOST_TEST(database.column("select i from a order by i") == (Words{"1", "2"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
