#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace runner {

/// The first line with nothing but "\." on it, which ends the rows of a COPY, after the line that ends at
/// this offset: the offset of its backslash, or npos. At the end of the text such a line needs no line end.
[[nodiscard]] std::size_t find_copy_terminator(std::string_view bytes, std::size_t line_end, bool at_end);

/// The pieces of a text in which "\." stands somewhere. Rows of a COPY end nowhere else, so that the others
/// need not be read for their end.
class CopyTerminatorPieces {
 public:
  /// A piece has no more bytes than this.
  static constexpr std::size_t kPiece = std::size_t{64} * 1024;

  /// Scans the piece that begins here, after those that were scanned before.
  void scan(std::string_view piece, std::size_t begin);
  /// The first offset from this one on where a terminator may begin, or npos.
  [[nodiscard]] std::size_t next(std::size_t from) const;

 private:
  std::vector<std::size_t> begins_;
};

}  // namespace runner
