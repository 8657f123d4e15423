#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace runner {

/// A code point and its size in bytes.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t size = 0;
};

/// The code point at the start of the text. Its size is 0 when that byte is NUL or not UTF-8.
[[nodiscard]] CodePoint first_code_point(std::string_view text) noexcept;

}  // namespace runner
