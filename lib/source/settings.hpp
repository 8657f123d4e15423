#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dotenv.hpp"
#include "sql/variables.hpp"
#include "text/duration.hpp"

namespace runner {

/// Variables of the process and of the .env file. Those of the process override the others.
struct Environment {
  EnvironmentVariables process;
  EnvironmentVariables file;

  /// The process's value, or the file's. An empty value counts as not set.
  [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
};

/// The variables of a process: "NAME=value", up to a null pointer.
[[nodiscard]] EnvironmentVariables read_variables(char** variables);

/// The variables of the process, and of the .env file at this path. The file may be absent unless the user
/// named it.
[[nodiscard]] Environment read_environment(EnvironmentVariables process,
                                           const std::optional<std::string>& env_file);

enum class Color { automatic, always, never };

/// The values of the common flags; nothing for a flag that is not given.
struct CommonFlags {
  std::optional<std::string> database_url, migrations, seeds, schema, environment, env_file, color;
  std::optional<std::string> wait, lock_timeout, lock_retries, lock_wait;
  bool durable = false;
  std::vector<std::string> secrets = {};  ///< NAME or NAME=@FILE
  bool json = false;
  bool quiet = false;
  bool verbose = false;
};

/// How to reach the database: a URL or connection string, keywords for libpq, or neither when
/// libpq's own environment variables are enough.
struct DatabaseAddress {
  std::string url;
  std::vector<std::pair<std::string, std::string>> keywords;
  std::string origin;  ///< where it was found, for messages
};

/// Everything that the user can set.
struct Settings {
  std::string migrations;
  std::string seeds;
  std::string schema;                      ///< empty: the first of search_path that exists
  std::optional<std::string> environment;  ///< nothing: only the seeds for every environment
  Milliseconds wait{0};
  Milliseconds lock_timeout{0};
  std::size_t lock_retries = 0;
  Milliseconds lock_wait{0};
  bool durable = false;
  Variables secrets;
  Color color = Color::automatic;
  bool json = false;
  bool quiet = false;
  bool verbose = false;
};

/// Flags override the environment, which overrides .env. Throws Error(usage) for a malformed value.
[[nodiscard]] Settings resolve_settings(const CommonFlags& flags, const Environment& environment);

/// Throws Error(usage), which says what to set, when nothing names a database.
[[nodiscard]] DatabaseAddress resolve_database(const CommonFlags& flags, const Environment& environment);

}  // namespace runner
