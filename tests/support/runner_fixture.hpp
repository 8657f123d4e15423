#pragma once

#include <string>
#include <vector>

#include "project_fixture.hpp"
#include "said.hpp"
#include "server.hpp"

namespace runner::test {

/// The lock that keeps other runners out of a database. Its key is "runner" in ASCII.
inline constexpr const char* kTakeLock = "select pg_advisory_lock(125848689468786)";
inline constexpr const char* kReleaseLock = "select pg_advisory_unlock(125848689468786)";

/// A project folder, an empty database and the built runner. DATABASE_URL is the URL of the database.
class RunnerFixture : public ProjectFixture {
 public:
  RunnerFixture();

  /// Runs the SQL before the test and creates an empty history: without one, "up" would refuse the database.
  void given(const std::string& sql);
  /// Creates the history table as an older runner did, and as a user may have.
  void empty_history();
  /// Records that "deploy" applied the migrations on "ci-7", one an hour, the first at 15:02 in 700 ms.
  void pretend_a_deployment();

  /// The migration_name of every row of migration_history, in order of id.
  std::vector<std::string> history();
  /// Every row of migration_log in order of id, as in "up failed 001_a": action, outcome, name and error.
  std::vector<std::string> log();
  /// The tables in the schema public, including runner's own, sorted.
  std::vector<std::string> tables();

  /// How many advisory locks all sessions hold in this database.
  std::string advisory_locks();
  /// How many other sessions there are in this database.
  std::string other_sessions();
  /// Whether exactly one session is in pg_sleep().
  bool one_sleeps();

  TemporaryDatabase database;
};

/// Three pairs, "001_a" to "003_c", all applied.
struct AppliedFixture : RunnerFixture {
  AppliedFixture();
};

}  // namespace runner::test
