#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace runner {

/// The size of the comment that the text begins with: up to its line's end, or a block with those inside of
/// it, npos when that is never closed. 0 when it begins with none.
[[nodiscard]] std::size_t size_of_comment(std::string_view text);

/// Reads the comments of a stretch that holds white space, comments and semicolons only, one by one. One
/// inside of another is part of that; a line's end is not part of its comment.
class CommentReader {
 public:
  explicit CommentReader(std::string_view gap) : rest_(gap) {}

  /// The next comment, or nothing after the last one.
  std::optional<std::string_view> next();

 private:
  std::string_view rest_;
};

/// Where the comments of a text begin, the one that is never closed included.
[[nodiscard]] std::vector<std::size_t> comment_offsets(std::string_view text);

}  // namespace runner
