#pragma once

#include <string>
#include <vector>

#include "files.hpp"
#include "process.hpp"
#include "server.hpp"

namespace runner::test {

/// A project folder and the built runner, which knows of no database.
class ProjectFixture {
 public:
  ProjectFixture();

  /// Writes database/migrations/NAME.
  void migration(const std::string& name, std::string_view sql) const;
  /// Writes seeds/NAME.
  void seed(const std::string& name, std::string_view sql) const;

  /// Runs the runner in the project folder.
  Outcome run(const std::vector<std::string>& arguments);
  /// The same, with variables added, or taken away by an empty value.
  Outcome run_with(const EnvironmentOverrides& environment, const std::vector<std::string>& arguments);
  /// Starts it and does not wait.
  Process start(const std::vector<std::string>& arguments);
  Process start_with(const EnvironmentOverrides& environment, const std::vector<std::string>& arguments);

  TemporaryDirectory project;

 protected:
  EnvironmentOverrides environment_{{"USER", "tester"}};
};

/// A project folder, an empty database, and the built runner to be used on both: DATABASE_URL is
/// set to the database.
class RunnerFixture : public ProjectFixture {
 public:
  RunnerFixture();

  /// Makes what the database holds before the test, and an empty history: without one "up" would refuse it.
  void given(const std::string& sql);

  /// migration_name of every row of migration_history, in order of id.
  std::vector<std::string> history();

  TemporaryDatabase database;
};

/// All that a run said, with "err: " or "out: " in front of each line, and its exit code; without
/// times. Begins with a line end, so that an expected text can stand below its quotes.
[[nodiscard]] std::string said(const Outcome& outcome);

/// Replaces what differs from run to run: "12 ms" by "N ms", dates by "DATE", the host by "HOST", a
/// database and its server by "DB", the token of a CI by "TOKEN".
[[nodiscard]] std::string without_times(std::string text);

}  // namespace runner::test
