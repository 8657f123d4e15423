#include "comments.hpp"

#include <algorithm>

#include "scanner.hpp"

namespace runner {
namespace {

std::size_t behind_block_comment(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (; at < text.size(); ++at) {
    const std::string_view sign = text.substr(at, 2);
    if (sign == "/*") {
      ++depth, ++at;
    } else if (sign == "*/") {
      ++at;
      if (--depth == 0) return at + 1;
    }
  }
  return text.size();
}

// Of a stretch with nothing but blanks and comments in it, and a comment that is never closed.
void add_comments_of(std::string_view text, std::size_t from, std::size_t end,
                     std::vector<std::size_t>& offsets) {
  while (from < end) {
    const std::string_view sign = text.substr(from, 2);
    if (sign != "--" && sign != "/*") {
      ++from;
      continue;
    }
    offsets.push_back(from);
    from = sign == "--" ? std::min(text.find('\n', from), end) : behind_block_comment(text, from);
  }
}

}  // namespace

std::vector<std::size_t> comment_offsets(std::string_view text, bool standard_conforming_strings) {
  std::vector<std::size_t> offsets;
  Scanner scanner(text);
  scanner.set_standard_conforming_strings(standard_conforming_strings);
  for (std::size_t behind = 0;; behind = scanner.offset()) {
    const Token token = scanner.next();
    const auto start = static_cast<std::size_t>(token.text.data() - text.data());
    const bool open_comment = token.kind == TokenKind::unterminated && token.text.starts_with("/*");
    add_comments_of(text, behind, open_comment ? text.size() : start, offsets);
    if (token.kind == TokenKind::end || token.kind == TokenKind::unterminated) return offsets;
  }
}

}  // namespace runner
