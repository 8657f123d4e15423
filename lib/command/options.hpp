#pragma once

#include <span>
#include <string_view>

namespace runner {

struct Option {
  std::string_view name;
  char letter = '\0';  ///< its short form, if it has one
  bool takes_value = false;
  bool repeated = false;          ///< may be given more than once
  bool of_every_command = false;  ///< else the table of commands says whose it is
};

[[nodiscard]] std::span<const Option> all_options() noexcept;

/// Throws Error(usage), with the nearest option that exists, for one that does not, and for a value
/// that is missing or too much. The first word is the program itself.
void require_known_options(std::span<const char* const> words);

}  // namespace runner
