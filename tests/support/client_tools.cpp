#include "client_tools.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "server.hpp"
#include "text/strings.hpp"

namespace runner::test {

EnvironmentOverrides libpq_variables(const std::string& database) {
  const ServerAddress server = server_address();
  return {{"PGHOST", server.host},
          {"PGPORT", server.port},
          {"PGUSER", server.user},
          {"PGPASSWORD", server.password},
          {"PGDATABASE", database}};
}

std::string as_env_file(const EnvironmentOverrides& variables) {
  std::string text;
  for (const auto& [name, value] : variables) text += fmt::format("{}={}\n", name, value);
  return text;
}

// Newer versions write a random key into each dump, in \restrict and \unrestrict.
std::string dump_of(const std::string& database, const std::vector<std::string>& options) {
  std::vector<std::string> command{"/usr/bin/env", "pg_dump"};
  command.insert(command.end(), options.begin(), options.end());
  const Outcome outcome =
      Process(std::filesystem::temp_directory_path(), command, libpq_variables(database)).wait();
  if (outcome.exit_code != 0) throw std::runtime_error("pg_dump failed: " + outcome.err);
  std::string text;
  for (const std::string_view line : lines_of(outcome.out)) {
    if (!line.starts_with("\\restrict ") && !line.starts_with("\\unrestrict "))
      text.append(line).append("\n");
  }
  return text;
}

}  // namespace runner::test
