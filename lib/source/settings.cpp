#include "settings.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <filesystem>

#include "disk.hpp"
#include "error.hpp"
#include "secrets.hpp"

namespace runner {
namespace {

constexpr std::string_view kDefaultEnvFile = ".env";

// An empty value counts as not set.
std::optional<std::string> value_in(const EnvironmentVariables& variables, std::string_view name) {
  const auto found = variables.find(name);
  if (found == variables.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

// The value of the flag, else of the variable, else the default.
std::string setting(const std::optional<std::string>& flag, const Environment& environment,
                    std::string_view variable, std::string_view fallback) {
  if (flag) return *flag;
  return environment.get(variable).value_or(std::string(fallback));
}

Milliseconds duration_setting(const std::optional<std::string>& flag, const Environment& environment,
                              const std::string& name, std::string_view variable, std::string_view fallback) {
  const std::string text = setting(flag, environment, variable, fallback);
  const auto duration = parse_duration(text);
  if (duration) return *duration;
  throw Error(ErrorKind::usage, fmt::format("{} needs a duration, not \"{}\"",
                                            flag ? "--" + name : std::string(variable), text))
      .hint("Write a number and a unit: 500ms, 10s, 15min, 1h; or 0.");
}

std::size_t number_setting(const std::optional<std::string>& flag, const Environment& environment,
                           std::string_view name, std::string_view variable, std::string_view fallback) {
  const std::string text = setting(flag, environment, variable, fallback);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size()) return number;
  throw Error(ErrorKind::usage, fmt::format("{} needs a number, not \"{}\"",
                                            flag ? fmt::format("--{}", name) : std::string(variable), text));
}

bool switch_setting(bool flag, const Environment& environment, std::string_view variable) {
  if (flag) return true;
  const std::string text = environment.get(variable).value_or("off");
  for (const std::string_view on : {"1", "on", "true", "yes"}) {
    if (text == on) return true;
  }
  for (const std::string_view off : {"0", "off", "false", "no"}) {
    if (text == off) return false;
  }
  throw Error(ErrorKind::usage, fmt::format("{} is on or off, not \"{}\"", variable, text));
}

Color color_setting(const std::string& text) {
  if (text == "auto") return Color::automatic;
  if (text == "always") return Color::always;
  if (text == "never") return Color::never;
  throw Error(ErrorKind::usage, fmt::format("--color is auto, always or never, not \"{}\"", text));
}

struct LibpqVariable {
  std::string_view variable, keyword;
};

// libpq reads these from the process's environment. Runner has to pass on those from .env.
constexpr std::array<LibpqVariable, 14> kLibpqVariables{{{"PGHOST", "host"},
                                                         {"PGHOSTADDR", "hostaddr"},
                                                         {"PGPORT", "port"},
                                                         {"PGDATABASE", "dbname"},
                                                         {"PGUSER", "user"},
                                                         {"PGPASSWORD", "password"},
                                                         {"PGPASSFILE", "passfile"},
                                                         {"PGSERVICE", "service"},
                                                         {"PGSSLMODE", "sslmode"},
                                                         {"PGSSLROOTCERT", "sslrootcert"},
                                                         {"PGSSLCERT", "sslcert"},
                                                         {"PGSSLKEY", "sslkey"},
                                                         {"PGOPTIONS", "options"},
                                                         {"PGCONNECT_TIMEOUT", "connect_timeout"}}};

std::vector<std::pair<std::string, std::string>> libpq_keywords_of_file(const Environment& environment) {
  std::vector<std::pair<std::string, std::string>> keywords;
  for (const auto& [variable, keyword] : kLibpqVariables) {
    const auto value = value_in(environment.file, variable);
    if (value && !value_in(environment.process, variable)) keywords.emplace_back(keyword, *value);
  }
  return keywords;
}

bool libpq_names_a_database(const Environment& environment) {
  for (const std::string_view variable :
       {"PGHOST", "PGHOSTADDR", "PGDATABASE", "PGUSER", "PGSERVICE", "PGPORT"}) {
    if (environment.get(variable)) return true;
  }
  return false;
}

// Adds the address that docker-compose.yml publishes, after the keywords from libpq's own variables.
void add_compose_address(DatabaseAddress& address, const Environment& environment) {
  const std::string user = environment.get("POSTGRES_USER").value_or("postgres");
  address.origin = "POSTGRES_*";
  address.keywords.emplace_back("host", environment.get("POSTGRES_HOST").value_or("localhost"));
  address.keywords.emplace_back("port", environment.get("POSTGRES_PORT").value_or("5432"));
  address.keywords.emplace_back("user", user);
  address.keywords.emplace_back("dbname", environment.get("POSTGRES_DB").value_or(user));
  const auto password = environment.get("POSTGRES_PASSWORD");
  if (password && !environment.get("PGPASSWORD")) address.keywords.emplace_back("password", *password);
}

}  // namespace

std::optional<std::string> Environment::get(std::string_view name) const {
  const auto value = value_in(process, name);
  return value ? value : value_in(file, name);
}

EnvironmentVariables read_variables(char** variables) {
  EnvironmentVariables process;
  for (char** variable = variables; *variable != nullptr; ++variable) {
    const std::string_view entry(*variable);
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos) continue;
    process.emplace(entry.substr(0, equals), entry.substr(equals + 1));
  }
  return process;
}

Environment read_environment(EnvironmentVariables process, const std::optional<std::string>& env_file) {
  Environment environment{std::move(process), {}};
  const auto named = env_file ? env_file : environment.get("RUNNER_ENV_FILE");
  const std::string path = named.value_or(std::string(kDefaultEnvFile));
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  // A folder with this name is a virtual environment of Python.
  if (named || (exists(status) && !is_directory(status))) {
    environment.file = parse_dotenv(path, read_file(path).view());
  }
  return environment;
}

Settings resolve_settings(const CommonFlags& flags, const Environment& environment) {
  Settings settings;
  settings.migrations = setting(flags.migrations, environment, "RUNNER_MIGRATIONS", "database/migrations");
  settings.seeds = setting(flags.seeds, environment, "RUNNER_SEEDS", "seeds");
  settings.schema = setting(flags.schema, environment, "RUNNER_SCHEMA", "");
  settings.environment = flags.environment ? flags.environment : environment.get("RUNNER_ENV");
  settings.wait = duration_setting(flags.wait, environment, "wait", "RUNNER_WAIT", "0");
  settings.lock_timeout =
      duration_setting(flags.lock_timeout, environment, "lock-timeout", "RUNNER_LOCK_TIMEOUT", "2s");
  settings.lock_retries =
      number_setting(flags.lock_retries, environment, "lock-retries", "RUNNER_LOCK_RETRIES", "10");
  settings.lock_wait = duration_setting(flags.lock_wait, environment, "lock-wait", "RUNNER_LOCK_WAIT", "60s");
  settings.durable = switch_setting(flags.durable, environment, "RUNNER_DURABLE");
  settings.secrets = read_secrets(flags.secrets, environment);
  settings.color = color_setting(setting(flags.color, environment, "RUNNER_COLOR", "auto"));
  settings.json = flags.json;
  settings.quiet = flags.quiet;
  settings.verbose = flags.verbose;
  return settings;
}

DatabaseAddress resolve_database(const CommonFlags& flags, const Environment& environment) {
  DatabaseAddress address;
  address.keywords = libpq_keywords_of_file(environment);
  if (flags.database_url) {
    address.url = *flags.database_url;
    address.origin = "--database-url";
  } else if (const auto url = environment.get("DATABASE_URL")) {
    address.url = *url;
    address.origin = "DATABASE_URL";
  } else if (libpq_names_a_database(environment)) {
    address.origin = "PG*";
  } else if (environment.get("POSTGRES_DB") || environment.get("POSTGRES_USER")) {
    add_compose_address(address, environment);
  } else {
    throw Error(ErrorKind::usage, "no database is named")
        .hint(
            "Set DATABASE_URL, in the environment or in .env, for example:\n"
            "  export DATABASE_URL=postgresql://user:password@localhost:5432/app");
  }
  return address;
}

}  // namespace runner
