#pragma once

#include <string>
#include <vector>

#include "project_fixture.hpp"
#include "said.hpp"
#include "server.hpp"

namespace runner::test {

/// The lock that keeps other runners out of a database: its key is "runner" in ASCII.
inline constexpr const char* kTakeLock = "select pg_advisory_lock(125848689468786)";
inline constexpr const char* kReleaseLock = "select pg_advisory_unlock(125848689468786)";

/// A project folder, an empty database, and the built runner to be used on both: DATABASE_URL is
/// set to the database.
class RunnerFixture : public ProjectFixture {
 public:
  RunnerFixture();

  /// Makes what the database holds before the test, and an empty history: without one "up" would refuse it.
  void given(const std::string& sql);
  /// As an older runner made it, and a user may have.
  void empty_history();
  /// Has "deploy" apply each migration on "ci-7", the first at 15:02 in 700 ms, later ones an hour apart.
  void pretend_a_deployment();

  /// migration_name of every row of migration_history, in order of id.
  std::vector<std::string> history();
  /// "up failed 001_a", and the error: what was done, how it ended, and with which file, in order.
  std::vector<std::string> log();
  /// Tables in the schema public, also those of runner, sorted.
  std::vector<std::string> tables();

  /// Advisory locks in this database, whoever holds them.
  std::string advisory_locks();
  /// How many other sessions there are in this database.
  std::string other_sessions();
  /// Whether one of them is in pg_sleep().
  bool one_sleeps();

  TemporaryDatabase database;
};

/// Three pairs, "001_a" to "003_c", and all of them applied.
struct AppliedFixture : RunnerFixture {
  AppliedFixture();
};

}  // namespace runner::test
