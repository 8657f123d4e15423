#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace runner {

/// Reads the comments of a stretch that holds white space, comments and semicolons only, one by one. One
/// inside of another is part of that; a line's end is not part of its comment.
class CommentReader {
 public:
  explicit CommentReader(std::string_view gap)
      : gap_(gap), next_line_comment_(gap.find("--")), next_block_comment_(gap.find("/*")) {}

  /// The next comment, or nothing after the last one.
  std::optional<std::string_view> next();

 private:
  std::string_view gap_;
  std::size_t next_line_comment_;
  std::size_t next_block_comment_;
};

/// Where the comments of a text begin, the one that is never closed included.
[[nodiscard]] std::vector<std::size_t> comment_offsets(std::string_view text);

}  // namespace runner
