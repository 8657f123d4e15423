#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "error.hpp"
#include "suggestions.hpp"

namespace runner {
namespace {

constexpr std::array<Option, 31> kOptions{{
    {.name = "database-url", .takes_value = true, .of_every_command = true},
    {.name = "migrations", .takes_value = true, .of_every_command = true},
    {.name = "seeds", .takes_value = true, .of_every_command = true},
    {.name = "schema", .takes_value = true, .of_every_command = true},
    {.name = "env", .takes_value = true, .of_every_command = true},
    {.name = "env-file", .takes_value = true, .of_every_command = true},
    {.name = "set", .takes_value = true, .repeated = true, .of_every_command = true},
    {.name = "set-secret", .takes_value = true, .repeated = true, .of_every_command = true},
    {.name = "wait", .takes_value = true, .of_every_command = true},
    {.name = "lock-timeout", .takes_value = true, .of_every_command = true},
    {.name = "lock-retries", .takes_value = true, .of_every_command = true},
    {.name = "lock-wait", .takes_value = true, .of_every_command = true},
    {.name = "durable", .of_every_command = true},
    {.name = "color", .takes_value = true, .of_every_command = true},
    {.name = "json", .of_every_command = true},
    {.name = "quiet", .letter = 'q', .of_every_command = true},
    {.name = "verbose", .letter = 'v', .of_every_command = true},
    {.name = "help", .letter = 'h', .of_every_command = true},
    {.name = "version", .of_every_command = true},
    {.name = "timestamp"},
    {.name = "to", .takes_value = true},
    {.name = "steps", .takes_value = true},
    {.name = "dry-run"},
    {.name = "out-of-order"},
    {.name = "into-existing"},
    {.name = "one-transaction"},
    {.name = "limit", .takes_value = true},
    {.name = "all"},
    {.name = "yes"},
    {.name = "check"},
    {.name = "force"},
}};

const Option* find_option(std::string_view name) {
  const auto found = std::find_if(kOptions.begin(), kOptions.end(),
                                  [&](const Option& option) { return option.name == name; });
  return found == kOptions.end() ? nullptr : found;
}

Error unknown_option(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Option& option : kOptions) known.push_back(option.name);
  const std::string_view guess = nearest(name, known);
  Error error(ErrorKind::usage, fmt::format("unknown option \"--{}\"", name));
  return guess.empty() ? error.hint("\"runner --help\" lists the options.")
                       : error.hint(fmt::format("Did you mean \"--{}\"?", guess));
}

bool is_letter(char typed) {
  return std::ranges::any_of(kOptions, [&](const Option& option) { return option.letter == typed; });
}

void require_known_letters(std::string_view word) {
  if (word.size() < 2 || word.front() != '-' || std::ranges::all_of(word.substr(1), is_letter)) return;
  throw Error(ErrorKind::usage, fmt::format("unknown option \"{}\"", shown(word)))
      .hint("\"runner --help\" lists the options.");
}

// An empty value comes from an unset shell variable. An option in its place means a forgotten value.
void require_value(std::string_view name, std::string_view value, bool attached) {
  if (value.empty()) throw Error(ErrorKind::usage, fmt::format("--{} needs a value", name));
  if (attached || !value.starts_with("--")) return;
  throw Error(ErrorKind::usage, fmt::format("--{} needs a value, not the option \"{}\"", name, shown(value)))
      .hint(fmt::format("For a value that begins like an option write --{}=VALUE.", name));
}

}  // namespace

std::span<const Option> all_options() noexcept { return kOptions; }

void require_known_options(std::span<const char* const> words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word(words[i]);
    if (word == "--") return;
    if (!word.starts_with("--")) {
      require_known_letters(word);
      continue;
    }
    const std::size_t equals = std::min(word.find('='), word.size());
    const bool attached = equals < word.size();
    const std::string_view name = word.substr(2, equals - 2);
    const Option* option = find_option(name);
    if (option == nullptr) throw unknown_option(name);
    if (option->takes_value) {
      const std::string_view next = i + 1 < words.size() ? words[i + 1] : "";
      require_value(name, attached ? word.substr(equals + 1) : next, attached);
      if (!attached) ++i;
    } else if (attached) {
      throw Error(ErrorKind::usage, fmt::format("--{} takes no value", name));
    }
  }
}

}  // namespace runner
