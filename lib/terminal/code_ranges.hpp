#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace runner {

/// Code points from the first to the last, both included.
struct CodeRange {
  std::uint32_t first, last;
};

template <std::size_t N>
[[nodiscard]] bool within(const std::array<CodeRange, N>& ranges, std::uint32_t code) {
  return std::ranges::any_of(
      ranges, [code](const CodeRange& range) { return range.first <= code && code <= range.last; });
}

}  // namespace runner
