#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "error.hpp"

namespace runner {

/// Line and column from 1, the column in characters.
struct Location {
  std::size_t line = 1;
  std::size_t column = 1;

  bool operator==(const Location&) const = default;
};

/// The location of the byte at this offset.
[[nodiscard]] Location locate(std::string_view text, std::size_t offset);

/// The exact place of a byte, with its line and a caret. Cuts a long line around it.
[[nodiscard]] Place place_at(std::string path, std::string_view text, std::size_t offset);

/// The line of a byte, without a caret, for errors whose column is unknown.
[[nodiscard]] Place line_at(std::string path, std::string_view text, std::size_t offset);

}  // namespace runner
