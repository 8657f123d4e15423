#pragma once

#include <span>
#include <string_view>

namespace runner {

struct Option {
  std::string_view name;
  bool takes_value;
  std::string_view commands;  ///< those that know it, in spaces; empty: all

  [[nodiscard]] bool fits(std::string_view command) const;
};

[[nodiscard]] std::span<const Option> all_options() noexcept;

/// Throws Error(usage), with the nearest option that exists, for one that does not, and for a value
/// that is missing or too much. The first word is the program itself.
void require_known_options(std::span<const char* const> words);

}  // namespace runner
