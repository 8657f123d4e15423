#include "block_comment.hpp"

#include <algorithm>

namespace runner {
namespace {

// The next slash is near where there are many signs, and far in a long text.
std::size_t find_slash(std::string_view text, std::size_t from) {
  constexpr std::size_t kNear = 16;
  const std::size_t far = std::min(from + kNear, text.size());
  for (; from < far; ++from) {
    if (text[from] == '/') return from;
  }
  return text.find('/', from);
}

}  // namespace

// Every sign has a slash. "/*/" opens a comment and closes none.
std::size_t size_of_block_comment(std::string_view text) {
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

}  // namespace runner
