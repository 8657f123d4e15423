#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace runner {

struct Context;

/// One row of the table of commands: all that runner knows of a command but how it works.
struct Command {
  std::string_view name;
  std::string_view argument = {};  ///< as the list of commands shows it: NAME
  std::string_view summary;        ///< its line in the list of commands
  std::string_view options;        ///< those that only some commands have, separated by a space
  std::size_t most_arguments = 0;
  std::string_view other_names = {};  ///< what other tools call it, separated by a space
  int (*run)(const Context&);         ///< null for "help", which needs no context
  std::string_view help;              ///< empty for "help", which shows that of the program

  /// Whether it has this option besides those that every command has.
  [[nodiscard]] bool has_option(std::string_view option) const;
};

[[nodiscard]] std::span<const Command> all_commands() noexcept;
/// Null when there is none.
[[nodiscard]] const Command* find_command(std::string_view name);
/// The one of which the name, or what another tool calls it, is most like the word that was typed; null when
/// none is like it.
[[nodiscard]] const Command* nearest_command(std::string_view typed);

}  // namespace runner
