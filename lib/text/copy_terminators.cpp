#include "copy_terminators.hpp"

#include <algorithm>

#include "wide_vectors.hpp"

namespace runner {
namespace {

// Whether "\." begins in the block, which must have one more byte after it. The loop has no branch, so that
// the compiler vectorizes it: rows are long and often full of "\N".
RUNNER_WIDE_VECTORS bool may_hold_terminator(const char* block, std::size_t size) {
  unsigned char least = 0xFF;
  for (std::size_t i = 0; i < size; ++i) {
    const int differs = (block[i] ^ '\\') | (block[i + 1] ^ '.');
    least = std::min(least, static_cast<unsigned char>(differs));
  }
  return least == 0;
}

}  // namespace

std::size_t find_copy_terminator(std::string_view bytes, std::size_t line_end, bool at_end) {
  constexpr std::size_t kBlock = 512;  // short: many COPYs have few rows, so this reads little past them
  const auto stands_alone = [&](std::size_t mark) {
    return bytes[mark - 1] == '\n' && (mark + 2 == bytes.size() ? at_end : bytes[mark + 2] == '\n');
  };
  for (std::size_t from = line_end + 1; from + 1 < bytes.size();) {
    const std::size_t end = std::min(from + kBlock, bytes.size() - 1);
    if (may_hold_terminator(bytes.data() + from, end - from)) {
      const std::string_view block = bytes.substr(0, end + 1);
      for (std::size_t mark = block.find("\\.", from); mark < end; mark = block.find("\\.", mark + 2)) {
        if (stands_alone(mark)) return mark;
      }
    }
    from = end;
  }
  return std::string_view::npos;
}

// A backslash at the end counts: its dot may be in the next piece.
void CopyTerminatorPieces::scan(std::string_view piece, std::size_t begin) {
  if (piece.empty()) return;
  if (piece.back() == '\\' || may_hold_terminator(piece.data(), piece.size() - 1)) begins_.push_back(begin);
}

std::size_t CopyTerminatorPieces::next(std::size_t from) const {
  const auto piece =
      std::ranges::partition_point(begins_, [&](std::size_t begin) { return begin + kPiece <= from; });
  return piece == begins_.end() ? std::string_view::npos : std::max(from, *piece);
}

}  // namespace runner
