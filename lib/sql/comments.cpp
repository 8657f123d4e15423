#include "comments.hpp"

#include <algorithm>

#include "scanner.hpp"

namespace runner {
namespace {

std::size_t size_of_block_comment(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
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

// 0 when none begins here.
std::size_t size_of_comment(std::string_view text) {
  if (text.starts_with("--")) return std::min(text.find('\n'), text.size());
  return text.starts_with("/*") ? size_of_block_comment(text) : 0;
}

}  // namespace

std::vector<std::string_view> comments_in(std::string_view gap) {
  std::vector<std::string_view> comments;
  while (!gap.empty()) {
    const std::size_t size = size_of_comment(gap);
    if (size > 0) comments.push_back(gap.substr(0, size));
    gap.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return comments;
}

std::vector<std::size_t> comment_offsets(std::string_view text, bool standard_conforming_strings) {
  std::vector<std::size_t> offsets;
  Scanner scanner(text);
  scanner.set_standard_conforming_strings(standard_conforming_strings);
  const auto offset_of = [&](std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
  };
  for (std::size_t behind = 0;; behind = scanner.offset()) {
    const Token token = scanner.next();
    const std::size_t start = offset_of(token.text);
    for (const std::string_view comment : comments_in(text.substr(behind, start - behind)))
      offsets.push_back(offset_of(comment));
    const bool open = token.kind == TokenKind::unterminated;
    if (open && token.text.starts_with("/*")) offsets.push_back(start);
    if (open || token.kind == TokenKind::end) return offsets;
  }
}

}  // namespace runner
