#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace runner {

/// A code point, and how many bytes it takes.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t size = 0;
};

/// The code point that the text begins with; its size is 0 when that byte is not UTF-8 or is NUL.
[[nodiscard]] CodePoint first_code_point(std::string_view text) noexcept;

}  // namespace runner
