#include "comments.hpp"

#include <algorithm>

#include "scanner.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

// Searches in growing steps: in a text with only one kind of line end, the search for the other would read to
// the end of the text at every line.
std::size_t size_of_line(std::string_view text) {
  std::size_t size = 0;
  for (std::size_t step = 64; size < text.size(); step *= 2) {
    const std::string_view part = text.substr(size, step);
    const std::size_t end = std::min({part.find('\n'), part.find('\r'), part.size()});
    size += end;
    if (end < part.size()) break;
  }
  return size;
}

// The next slash is near in a text with many comment signs, and far in a long text without them.
std::size_t find_slash(std::string_view text, std::size_t from) {
  constexpr std::size_t kNear = 16;
  const std::size_t far = std::min(from + kNear, text.size());
  for (; from < far; ++from) {
    if (text[from] == '/') return from;
  }
  return text.find('/', from);
}

// Both comment signs have a slash. "/*/" opens a comment but does not close it.
std::size_t size_of_block(std::string_view text) {
  std::size_t depth = 0;
  std::size_t read_until = 0;
  for (std::size_t slash = find_slash(text, 0); slash != std::string_view::npos;
       slash = find_slash(text, std::max(read_until, slash + 1))) {
    if (slash > read_until && text[slash - 1] == '*') {
      read_until = slash + 1;
      if (--depth == 0) return read_until;
    } else if (slash + 1 < text.size() && text[slash + 1] == '*') {
      read_until = slash + 2;
      ++depth;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t size_of_comment(std::string_view text) {
  if (text.starts_with("--")) return size_of_line(text);
  return text.starts_with("/*") ? size_of_block(text) : 0;
}

std::optional<std::string_view> CommentReader::next() {
  const auto begins_comment = [](char c) { return c == '-' || c == '/'; };
  const auto start = std::ranges::find_if(rest_, begins_comment);
  rest_.remove_prefix(static_cast<std::size_t>(start - rest_.begin()));
  const std::size_t size = size_of_comment(rest_);
  if (size == 0) return std::nullopt;
  const std::string_view comment = rest_.substr(0, size);
  rest_.remove_prefix(comment.size());
  return comment;
}

std::vector<std::size_t> comment_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  Scanner scanner(text);
  for (std::size_t behind = 0;; behind = scanner.offset()) {
    const Token token = scanner.next();
    const std::size_t start = offset_in(text, token.text);
    CommentReader comments(text.substr(behind, start - behind));
    while (const auto comment = comments.next()) offsets.push_back(offset_in(text, *comment));
    const bool open = token.kind == TokenKind::unterminated;
    if (open && token.text.starts_with("/*")) offsets.push_back(start);
    if (open || token.kind == TokenKind::end) return offsets;
  }
}

}  // namespace runner
