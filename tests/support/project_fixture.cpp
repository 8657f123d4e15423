#include "project_fixture.hpp"

#include "paths.hpp"

namespace runner::test {
namespace {

std::vector<std::string> command_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{runner_binary()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

}  // namespace

ProjectFixture::ProjectFixture() {
  std::filesystem::create_directories(project.path() / "database/migrations");
}

void ProjectFixture::migration(const std::string& name, std::string_view sql) const {
  project.write("database/migrations/" + name, sql);
}

void ProjectFixture::pair(const std::string& name) const {
  const std::string table = name.substr(name.find('_') + 1);
  migration(name + ".sql", "create table " + table + " (i int);\n");
  migration(name + ".down.sql", "drop table " + table + ";\n");
}

void ProjectFixture::remove_migration(const std::string& name) const {
  project.remove("database/migrations/" + name);
}

void ProjectFixture::seed(const std::string& name, std::string_view sql) const {
  project.write("seeds/" + name, sql);
}

Outcome ProjectFixture::run(const std::vector<std::string>& arguments) { return start(arguments).wait(); }

Outcome ProjectFixture::run_with(const EnvironmentOverrides& environment,
                                 const std::vector<std::string>& arguments) {
  return start_with(environment, arguments).wait();
}

Outcome ProjectFixture::run_at(const std::string& url, const std::vector<std::string>& arguments) {
  return start_at(url, arguments).wait();
}

Process ProjectFixture::start(const std::vector<std::string>& arguments) { return start_with({}, arguments); }

Process ProjectFixture::start_with(const EnvironmentOverrides& environment,
                                   const std::vector<std::string>& arguments) {
  EnvironmentOverrides all = environment_;
  for (const auto& [name, value] : environment) {
    if (value.empty()) {
      all.erase(name);
    } else {
      all[name] = value;
    }
  }
  return {project.path(), command_of(arguments), all};
}

Process ProjectFixture::start_at(const std::string& url, const std::vector<std::string>& arguments) {
  return start_with({{"DATABASE_URL", url}}, arguments);
}

}  // namespace runner::test
