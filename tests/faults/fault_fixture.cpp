#include "fault_fixture.hpp"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <list>

#include "claims.hpp"
#include "support/paths.hpp"

namespace runner::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kFiles = 20;

// A runner may have to wait for all others before it gets the lock.
const std::vector<std::string> kQuietly{"up", "--quiet", "--lock-wait", "1h"};

}  // namespace

void FaultFixture::many_at_once(Rounds rounds) {
  play(rounds, [&](Chance& chance) {
    const Workload workload = begin(chance, 50);
    std::vector<std::string> command{runner_binary()};
    command.insert(command.end(), kQuietly.begin(), kQuietly.end());
    std::list<Process> processes;
    for (int i = 0; i < 20; ++i) processes.emplace_back(project.path(), command, environment_);
    for (Process& process : processes) {
      const Outcome outcome = process.wait();
      BOOST_TEST(outcome.exit_code == 0);
      BOOST_TEST(outcome.err == "");
    }
    check_arrived(session, workload);
  });
}

void FaultFixture::kills(Rounds rounds) {
  const auto whole = undisturbed();
  play(rounds, [&](Chance& chance) {
    const Workload workload = begin(chance, kFiles);
    for (int kill = 0; kill < 4; ++kill) {
      Process process = start(kQuietly);
      chance.sleep_within(whole);
      process.signal(SIGKILL);
      process.wait();
      if (chance.one_in(2)) check_standing(session, workload);
    }
    arrives(workload);
  });
}

void FaultFixture::ended_sessions(Rounds rounds) {
  const auto whole = undisturbed();
  play(rounds, [&](Chance& chance) {
    const Workload workload = begin(chance, kFiles);
    for (int end = 0; end < 2; ++end) {
      Process process = start({"up", "--json", "--lock-wait", "1h"});
      chance.sleep_within(whole);
      session.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
          " where datname = current_database() and application_name like 'runner up %'");
      const Outcome outcome = process.wait();
      outcome.exit_code == 0 ? check_arrived(session, workload) : check_standing(session, workload);
      check_claims(outcome, session);
    }
    arrives(workload);
  });
}

// The duration of an undisturbed run.
std::chrono::microseconds FaultFixture::undisturbed() {
  Chance chance(1);
  begin(chance, kFiles);
  const auto start = Clock::now();
  BOOST_REQUIRE(up().exit_code == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

Workload FaultFixture::begin(Chance& chance, int files) {
  clear(session);
  Workload workload = draw_workload(chance, files, last_kind);
  write_files(workload, *this);
  return workload;
}

Outcome FaultFixture::up() { return start(kQuietly).wait(); }

void FaultFixture::arrives(const Workload& workload) {
  const Outcome outcome = up();
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  check_arrived(session, workload);
}

}  // namespace runner::test
