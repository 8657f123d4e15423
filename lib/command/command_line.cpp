#include "command_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
// A value may contain commas.
#define CXXOPTS_VECTOR_DELIMITER '\0'
#include <cxxopts.hpp>

#include "command_table.hpp"
#include "error.hpp"
#include "options.hpp"
#include "suggestions.hpp"

namespace runner {
namespace {

constexpr const char* kNameTheDatabase = "Name the database with --database-url, or in DATABASE_URL.";

Error unknown_command(std::string_view typed) {
  const Command* guess = nearest_command(typed);
  Error error(ErrorKind::usage, fmt::format("unknown command \"{}\"", shown(typed)));
  if (is_url(typed)) return error.hint(kNameTheDatabase);
  return guess == nullptr ? error.hint("\"runner --help\" lists the commands.")
                          : error.hint(fmt::format("Did you mean \"runner {}\"?", guess->name));
}

cxxopts::Options known_options() {
  cxxopts::Options options("runner");
  auto add = options.add_options();
  for (const Option& option : all_options()) {
    const std::string name =
        (option.letter == '\0' ? "" : fmt::format("{},", option.letter)) + std::string(option.name);
    if (option.repeated) {
      add(name, "", cxxopts::value<std::vector<std::string>>());
    } else if (option.takes_value) {
      add(name, "", cxxopts::value<std::string>());
    } else {
      add(name, "");
    }
  }
  add("words", "", cxxopts::value<std::vector<std::string>>());
  options.parse_positional({"words"});
  return options;
}

// Checks all options before cxxopts does, because its messages have no hints.
cxxopts::ParseResult parse(int argc, const char* const* argv) {
  require_known_options({argv, static_cast<std::size_t>(argc)});
  try {
    return known_options().parse(argc, argv);
  } catch (const cxxopts::exceptions::exception& error) {
    throw Error(ErrorKind::usage, error.what()).hint("\"runner --help\" lists the options.");
  }
}

std::optional<std::string> value_of(const cxxopts::ParseResult& parsed, const std::string& name) {
  return parsed.count(name) == 0 ? std::nullopt : std::optional(parsed[name].as<std::string>());
}

bool given(const cxxopts::ParseResult& parsed, const std::string& name) { return parsed.count(name) > 0; }

void require_fitting_options(const cxxopts::ParseResult& parsed, const Command& command) {
  for (const Option& option : all_options()) {
    const bool fits = option.of_every_command || command.has_option(option.name);
    if (fits || !given(parsed, std::string(option.name))) continue;
    throw Error(ErrorKind::usage,
                fmt::format("\"runner {}\" has no option \"--{}\"", command.name, option.name))
        .hint(fmt::format("\"runner {} --help\" lists its options.", command.name));
  }
}

// Each --set has the form NAME=value.
Variables variables_option(const cxxopts::ParseResult& parsed) {
  Variables variables;
  if (!given(parsed, "set")) return variables;
  for (const std::string& text : parsed["set"].as<std::vector<std::string>>()) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(ErrorKind::usage, fmt::format("--set needs NAME=value, not \"{}\"", shown(text)));
    }
    require_variable_name(shown(text.substr(0, equals)), ErrorKind::usage);
    variables[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return variables;
}

// NAME or NAME=@FILE. A secret must not be on a command line, where other users see it, or in an error.
std::vector<std::string> secrets_option(const cxxopts::ParseResult& parsed, const Variables& variables) {
  if (!given(parsed, "set-secret")) return {};
  const auto refused = [](std::string message) {
    return Error(ErrorKind::usage, std::move(message))
        .hint("Write --set-secret NAME for an environment variable, --set-secret NAME=@FILE for a file.");
  };
  const auto words = parsed["set-secret"].as<std::vector<std::string>>();
  for (const std::string& word : words) {
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string name = word.substr(0, equals);
    if (!is_variable_name(name))
      throw refused("--set-secret needs the name of a variable: letters, digits and \"_\"");
    if (equals < word.size() && (word[equals + 1] != '@' || word.size() == equals + 2))
      throw refused(fmt::format("--set-secret {} takes no value, but the name of a file", name));
    if (variables.contains(name))
      throw refused(fmt::format("\"{}\" is given both by --set and by --set-secret", name));
  }
  return words;
}

// Accepts a number alone or the name of a migration.
std::optional<Version> version_option(const cxxopts::ParseResult& parsed) {
  const auto text = value_of(parsed, "to");
  if (!text) return std::nullopt;
  const std::string_view digits = leading_digits(*text);
  const std::string_view rest = std::string_view(*text).substr(digits.size());
  const bool plausible = rest.empty() || rest.front() == '_' || rest.front() == '-';
  const auto version = plausible ? Version::parse(digits) : std::nullopt;
  if (version) return version;
  throw Error(ErrorKind::usage, fmt::format("--to needs the number of a migration, not \"{}\"", *text));
}

std::optional<std::size_t> count_option(const cxxopts::ParseResult& parsed, const std::string& name) {
  const auto text = value_of(parsed, name);
  if (!text) return std::nullopt;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc{} && end == text->data() + text->size() && number > 0) return number;
  throw Error(ErrorKind::usage, fmt::format("--{} needs a number above 0, not \"{}\"", name, *text));
}

CommonFlags common_flags(const cxxopts::ParseResult& parsed) {
  return {.database_url = value_of(parsed, "database-url"),
          .migrations = value_of(parsed, "migrations"),
          .seeds = value_of(parsed, "seeds"),
          .schema = value_of(parsed, "schema"),
          .environment = value_of(parsed, "env"),
          .env_file = value_of(parsed, "env-file"),
          .color = value_of(parsed, "color"),
          .wait = value_of(parsed, "wait"),
          .lock_timeout = value_of(parsed, "lock-timeout"),
          .lock_retries = value_of(parsed, "lock-retries"),
          .lock_wait = value_of(parsed, "lock-wait"),
          .durable = given(parsed, "durable"),
          .secrets = {},
          .json = given(parsed, "json"),
          .quiet = given(parsed, "quiet"),
          .verbose = given(parsed, "verbose")};
}

void require_one_target(const Invocation& invocation) {
  const int targets = (invocation.to ? 1 : 0) + (invocation.steps ? 1 : 0) + (invocation.all ? 1 : 0);
  if (targets > 1) throw Error(ErrorKind::usage, "--to, --steps and --all exclude each other");
  if (invocation.limit && invocation.all) {
    throw Error(ErrorKind::usage, "--limit and --all exclude each other");
  }
}

void require_fitting_arguments(const Invocation& invocation) {
  const Command* command = find_command(invocation.command);
  const std::size_t most = command == nullptr ? 0 : command->most_arguments;
  if (invocation.arguments.size() > most) {
    const std::string& surplus = invocation.arguments[most];
    throw Error(ErrorKind::usage,
                fmt::format("\"runner {}\" does not take \"{}\"", invocation.command, shown(surplus)))
        .hint(is_url(surplus) ? kNameTheDatabase
              : invocation.command == "new"
                  ? "Put a name of several words into quotes."
                  : fmt::format("\"runner {} --help\" shows how it is used.", invocation.command));
  }
}

}  // namespace

Invocation parse_command_line(int argc, const char* const* argv) {
  const cxxopts::ParseResult parsed = parse(argc, argv);
  Invocation invocation;
  invocation.help = given(parsed, "help");
  invocation.version = given(parsed, "version");
  if (given(parsed, "words")) invocation.arguments = parsed["words"].as<std::vector<std::string>>();
  if (!invocation.arguments.empty()) {
    invocation.command = invocation.arguments.front();
    invocation.arguments.erase(invocation.arguments.begin());
    const Command* command = find_command(invocation.command);
    if (command == nullptr) throw unknown_command(invocation.command);
    require_fitting_options(parsed, *command);
  } else if (!invocation.help && !invocation.version) {
    throw Error(ErrorKind::usage, "no command is given").hint("\"runner --help\" lists the commands.");
  }
  invocation.common = common_flags(parsed);
  invocation.variables = variables_option(parsed);
  invocation.common.secrets = secrets_option(parsed, invocation.variables);
  invocation.to = version_option(parsed);
  invocation.steps = count_option(parsed, "steps");
  invocation.limit = count_option(parsed, "limit");
  invocation.all = given(parsed, "all");
  invocation.dry_run = given(parsed, "dry-run");
  invocation.out_of_order = given(parsed, "out-of-order");
  invocation.into_existing = given(parsed, "into-existing");
  invocation.one_transaction = given(parsed, "one-transaction");
  invocation.yes = given(parsed, "yes");
  invocation.check = given(parsed, "check");
  invocation.force = given(parsed, "force");
  invocation.timestamp = given(parsed, "timestamp");
  require_one_target(invocation);
  require_fitting_arguments(invocation);
  return invocation;
}

}  // namespace runner
