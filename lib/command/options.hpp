#pragma once

#include <span>
#include <string_view>

namespace runner {

struct Option {
  std::string_view name;
  char letter = '\0';  ///< its short form, if it has one
  bool takes_value = false;
  bool repeated = false;          ///< may be given more than once
  bool of_every_command = false;  ///< otherwise the command table says which
};

[[nodiscard]] std::span<const Option> all_options() noexcept;

/// Throws Error(usage) for an unknown option, suggesting the nearest one, and for a missing or surplus value.
/// The first word is the program's name.
void require_known_options(std::span<const char* const> words);

}  // namespace runner
