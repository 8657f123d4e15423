// Many runners, and runners that are killed, on a database that starts empty.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <list>

#include "claims.hpp"
#include "invariants.hpp"

namespace {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongEnough{300};

struct Faults : RunnerFixture {
  /// What a run takes that nobody disturbs; the database is empty afterwards.
  std::chrono::microseconds undisturbed() {
    Chance chance(1);
    write(draw_workload(chance, kFiles), *this);
    const auto start = Clock::now();
    BOOST_REQUIRE(up().exit_code == 0);
    const auto took = Clock::now() - start;
    clear(session);
    return std::chrono::duration_cast<std::chrono::microseconds>(took);
  }

  Outcome up() { return start({"up", "--quiet", "--lock-wait", "5min"}).wait(kLongEnough); }

  /// Nothing but these files.
  Workload begin(Chance& chance, int files) {
    clear(session);
    const Workload workload = draw_workload(chance, files);
    write(workload, *this);
    return workload;
  }

  void arrives(const Workload& workload) {
    const Outcome outcome = up();
    BOOST_TEST(outcome.exit_code == 0, outcome.err);
    check_arrived(session, workload);
  }

  static constexpr int kFiles = 20;
  Connection session = connect(database.url());
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(faults_runners, Faults)

BOOST_AUTO_TEST_CASE(twenty_at_once_run_each_file_once) {
  play({.bounded = 2, .all = 100}, [&](Chance& chance) {
    const Workload workload = begin(chance, 50);
    std::list<Process> processes;
    for (int i = 0; i < 20; ++i) {
      processes.emplace_back(project.path(),
                             std::vector<std::string>{RUNNER_BINARY, "up", "--quiet", "--lock-wait", "5min"},
                             environment_);
    }
    for (Process& process : processes) {
      const Outcome outcome = process.wait(kLongEnough);
      BOOST_TEST(outcome.exit_code == 0);
      BOOST_TEST(outcome.err == "");
    }
    check_arrived(session, workload);
  });
}

// Four kills a round. What is killed may still be at work when the next one comes.
BOOST_AUTO_TEST_CASE(killed_ones_leave_nothing_half_and_the_next_one_arrives) {
  const auto whole = undisturbed();
  play({.bounded = 8, .all = 125}, [&](Chance& chance) {
    const Workload workload = begin(chance, kFiles);
    for (int kill = 0; kill < 4; ++kill) {
      Process process = start({"up", "--quiet", "--lock-wait", "5min"});
      chance.sleep_within(whole);
      process.signal(SIGKILL);
      process.wait();
      if (chance.one_in(2)) check_standing(session, workload);
    }
    arrives(workload);
  });
}

BOOST_AUTO_TEST_CASE(ones_whose_session_is_ended_say_what_is_true) {
  const auto whole = undisturbed();
  play({.bounded = 8, .all = 100}, [&](Chance& chance) {
    const Workload workload = begin(chance, kFiles);
    for (int kill = 0; kill < 2; ++kill) {
      Process process = start({"up", "--json", "--lock-wait", "5min"});
      chance.sleep_within(whole);
      session.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
          " where datname = current_database() and application_name like 'runner up %'");
      const Outcome outcome = process.wait(kLongEnough);
      const bool expected = outcome.exit_code == 0 || outcome.exit_code == 2 || outcome.exit_code == 5;
      BOOST_REQUIRE_MESSAGE(expected, said(outcome));
      check_standing(session, workload);
      check_claims(outcome, session);
    }
    arrives(workload);
  });
}

BOOST_AUTO_TEST_SUITE_END()
