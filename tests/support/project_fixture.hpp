#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"
#include "process.hpp"

namespace runner::test {

/// A project folder and the built runner, without a database URL.
class ProjectFixture {
 public:
  ProjectFixture();

  /// Writes database/migrations/NAME.
  void migration(const std::string& name, std::string_view sql) const;
  /// Writes a migration with its rollback: "001_a" creates the table "a" with a column "i".
  void pair(const std::string& name) const;
  void remove_migration(const std::string& name) const;
  /// Writes seeds/NAME.
  void seed(const std::string& name, std::string_view sql) const;

  /// Runs runner in the project folder.
  Outcome run(const std::vector<std::string>& arguments);
  /// The same, with these variables added. An empty value removes the variable.
  Outcome run_with(const EnvironmentOverrides& environment, const std::vector<std::string>& arguments);
  /// The same, with this as DATABASE_URL.
  Outcome run_at(const std::string& url, const std::vector<std::string>& arguments);
  /// These start runner and do not wait for its end.
  Process start(const std::vector<std::string>& arguments);
  Process start_with(const EnvironmentOverrides& environment, const std::vector<std::string>& arguments);
  Process start_at(const std::string& url, const std::vector<std::string>& arguments);

  TemporaryDirectory project;

 protected:
  /// Does not offer encryption, because preparing it takes a large part of a start.
  EnvironmentOverrides environment_{
      {"USER", "tester"}, {"PGSSLMODE", "disable"}, {"PGGSSENCMODE", "disable"}};
};

}  // namespace runner::test
