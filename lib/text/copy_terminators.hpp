#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace runner {

/// Offset of the first "\." alone on a line, which ends the rows of a COPY, or npos. Searches after the line
/// end at this offset. At the end of the text that line needs no line end.
[[nodiscard]] std::size_t find_copy_terminator(std::string_view bytes, std::size_t line_end, bool at_end);

/// The pieces of a text that contain "\.". Rows of a COPY end only there, so a search for their end can skip
/// the others.
class CopyTerminatorPieces {
 public:
  /// The largest size of a piece.
  static constexpr std::size_t kPiece = std::size_t{64} * 1024;

  /// Scans the piece that begins at this offset. Call in the order of the text.
  void scan(std::string_view piece, std::size_t begin);
  /// The first offset, from this one on, where a terminator may begin, or npos.
  [[nodiscard]] std::size_t next(std::size_t from) const;

 private:
  std::vector<std::size_t> begins_;
};

}  // namespace runner
