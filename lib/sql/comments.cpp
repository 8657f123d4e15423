#include "comments.hpp"

#include <algorithm>

#include "block_comment.hpp"
#include "scanner.hpp"

namespace runner {

std::optional<std::string_view> CommentReader::next() {
  const std::size_t start = std::min(next_line_comment_, next_block_comment_);
  if (start == std::string_view::npos) return std::nullopt;
  const std::string_view rest = gap_.substr(start);
  const bool line = start == next_line_comment_;
  const std::string_view comment = rest.substr(0, line ? rest.find('\n') : size_of_block_comment(rest));
  const std::size_t end = start + comment.size();
  if (next_line_comment_ < end) next_line_comment_ = gap_.find("--", end);
  if (next_block_comment_ < end) next_block_comment_ = gap_.find("/*", end);
  return comment;
}

std::vector<std::size_t> comment_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  Scanner scanner(text);
  const auto offset_of = [&](std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
  };
  for (std::size_t behind = 0;; behind = scanner.offset()) {
    const Token token = scanner.next();
    const std::size_t start = offset_of(token.text);
    CommentReader comments(text.substr(behind, start - behind));
    while (const auto comment = comments.next()) offsets.push_back(offset_of(*comment));
    const bool open = token.kind == TokenKind::unterminated;
    if (open && token.text.starts_with("/*")) offsets.push_back(start);
    if (open || token.kind == TokenKind::end) return offsets;
  }
}

}  // namespace runner
