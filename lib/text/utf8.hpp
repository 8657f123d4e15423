#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace runner {

/// The result of one scan over every byte.
struct ByteScan {
  std::optional<std::size_t> bad;  ///< offset of the first byte that is not UTF-8 or is NUL
  bool carriage_return = false;    ///< whether there is one; the scan stops at a bad byte
};

[[nodiscard]] ByteScan scan_bytes(std::string_view text);

/// Size of a prefix that ends with a whole character, when more of the text follows.
[[nodiscard]] std::size_t whole_characters(std::string_view text);

/// Offset of the first byte that is not UTF-8 or is NUL.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);

/// How many characters (code points) the UTF-8 text has.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// Offset of the character with this number, counted from 1. The text's size when it has fewer characters.
[[nodiscard]] std::size_t offset_of_character(std::string_view text, std::size_t number);

}  // namespace runner
