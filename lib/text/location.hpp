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

/// Where the byte at this offset of the text stands.
[[nodiscard]] Location locate(std::string_view text, std::size_t offset);

/// The exact place of a byte, with its line and a caret. A long line is cut around the place.
[[nodiscard]] Place place_at(std::string path, std::string_view text, std::size_t offset);

/// The line of a byte, for errors whose column is unknown: no caret.
[[nodiscard]] Place line_at(std::string path, std::string_view text, std::size_t offset);

}  // namespace runner
