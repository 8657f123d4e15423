#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace runner {

/// Size of the comment at the start of the text: a line comment without its line end, or a block comment with
/// those nested in it. npos when a block is never closed, 0 when the text starts with no comment.
[[nodiscard]] std::size_t size_of_comment(std::string_view text);

/// Reads the comments of a text that holds only white space, comments and semicolons, one by one. A nested
/// comment is part of the outer one. A line comment does not include its line end.
class CommentReader {
 public:
  explicit CommentReader(std::string_view gap) : rest_(gap) {}

  /// The next comment, or nothing after the last one.
  std::optional<std::string_view> next();

 private:
  std::string_view rest_;
};

/// Offsets at which the comments of a text begin, including one that is never closed.
[[nodiscard]] std::vector<std::size_t> comment_offsets(std::string_view text);

}  // namespace runner
