#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace runner {

struct Context;

/// One row of the command table: everything that runner knows about a command except how it works.
struct Command {
  std::string_view name;
  std::string_view argument = {};  ///< as the list of commands shows it: NAME
  std::string_view summary;        ///< its line in the list of commands
  std::string_view options;        ///< those that only some commands have, separated by spaces
  std::size_t most_arguments = 0;
  std::string_view other_names = {};  ///< its names in other tools, separated by spaces
  int (*run)(const Context&);         ///< null for "help", which needs no context
  std::string_view help;              ///< empty for "help", which shows the program's help

  /// Whether the command has this option. Does not know the options that every command has.
  [[nodiscard]] bool has_option(std::string_view option) const;
};

[[nodiscard]] std::span<const Command> all_commands() noexcept;
/// Null when there is no such command.
[[nodiscard]] const Command* find_command(std::string_view name);
/// The command whose name, here or in another tool, is nearest to the typed word; null when none is near.
[[nodiscard]] const Command* nearest_command(std::string_view typed);

}  // namespace runner
