#include "runner_fixture.hpp"

#include <unistd.h>

#include <array>
#include <regex>

#include "paths.hpp"
#include "text/text.hpp"

namespace runner::test {
namespace {

std::vector<std::string> command_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{runner_binary()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

std::string host_name() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  return name.data();
}

std::string with_label(const std::string& label, const std::string& text) {
  std::string labelled;
  for (const std::string_view line : lines_of(text)) labelled += label + std::string(line) + "\n";
  const bool ended = text.empty() || text.ends_with('\n');
  return ended ? labelled : labelled + "(without a line end)\n";
}

}  // namespace

ProjectFixture::ProjectFixture() {
  std::filesystem::create_directories(project.path() / "database/migrations");
}

void ProjectFixture::migration(const std::string& name, std::string_view sql) const {
  project.write("database/migrations/" + name, sql);
}

void ProjectFixture::seed(const std::string& name, std::string_view sql) const {
  project.write("seeds/" + name, sql);
}

Outcome ProjectFixture::run(const std::vector<std::string>& arguments) { return run_with({}, arguments); }

Outcome ProjectFixture::run_with(const EnvironmentOverrides& environment,
                                 const std::vector<std::string>& arguments) {
  return start_with(environment, arguments).wait();
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

RunnerFixture::RunnerFixture() { environment_["DATABASE_URL"] = database.url(); }

void RunnerFixture::given(const std::string& sql) {
  database.execute(sql);
  database.execute(
      "create table if not exists migration_history (id serial primary key, migration_name varchar(255) "
      "unique"
      " not null, applied_at timestamp default current_timestamp, checksum varchar(64))");
}

std::vector<std::string> RunnerFixture::history() {
  if (!database.exists("migration_history")) return {};
  return database.column("select migration_name from migration_history order by id");
}

std::string said(const Outcome& outcome) {
  const std::string all = with_label("err: ", outcome.err) + with_label("out: ", outcome.out);
  return without_times("\n" + all + "exit: " + std::to_string(outcome.exit_code) + "\n");
}

std::string without_times(std::string text) {
  static const std::regex duration(R"(\b\d+ ms\b|\b\d+\.\d s\b)");
  static const std::regex moment(R"(\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?)");
  text = std::regex_replace(text, duration, "N ms");
  text = std::regex_replace(text, moment, "DATE");
  static const std::regex database(R"(database "\w+" on [^ ;:]+(:\d+)?)");
  static const std::regex token(R"(\b[0-9a-f]{32}\b)");
  text = std::regex_replace(text, database, "DB");
  text = std::regex_replace(text, token, "TOKEN");
  const std::string host = host_name();
  for (std::size_t at = text.find("@" + host); at != std::string::npos; at = text.find("@" + host)) {
    text.replace(at + 1, host.size(), "HOST");
  }
  return text;
}

}  // namespace runner::test
