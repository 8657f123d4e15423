#include "row_ends.hpp"

#include <algorithm>
#include <utility>

#include "text_window.hpp"
#include "wide_vectors.hpp"

namespace runner {
namespace {

// A text that has more of them is looked through again from there.
constexpr std::size_t kMost = 10'000;

// Whether "\." begins in the block, which has one more byte behind it. Without a branch in the loop,
// so that the compiler takes many bytes in a step: there is much of it, often full of "\N".
RUNNER_WIDE_VECTORS bool may_end_rows(const char* block, std::size_t size) {
  unsigned char least = 0xFF;
  for (std::size_t i = 0; i < size; ++i) {
    const int differs = (block[i] ^ '\\') | (block[i + 1] ^ '.');
    least = std::min(least, static_cast<unsigned char>(differs));
  }
  return least == 0;
}

bool is_row_end(std::string_view text, std::size_t mark) {
  const bool begins_line = mark == 0 || text[mark - 1] == '\n';
  const bool ends_line = mark + 2 == text.size() || text[mark + 2] == '\n';
  return begins_line && ends_line;
}

// Offset of the first such line that begins from here up to the limit, or the limit.
std::size_t find_row_end(std::string_view text, std::size_t from, std::size_t limit) {
  constexpr std::size_t kLargestBlock = 4096;
  const std::size_t last = std::min(limit, text.empty() ? 0 : text.size() - 1);
  // Small at first: of many rows that end soon, none is looked for far behind its end.
  for (std::size_t block_size = 64; from < last; block_size = std::min(2 * block_size, kLargestBlock)) {
    const std::size_t size = std::min(block_size, last - from);
    if (may_end_rows(text.data() + from, size)) {
      const std::string_view block = text.substr(0, from + size + 1);
      for (std::size_t mark = block.find("\\.", from); mark < block.size();
           mark = block.find("\\.", mark + 2)) {
        if (is_row_end(text, mark)) return mark;
      }
    }
    from += size;
  }
  return limit;
}

// The same in a text of any size, up to its end.
std::size_t look_for_row_end(const Text& text, std::size_t from) {
  constexpr std::size_t kAhead = 64 * 1024;
  TextWindow window(text);
  while (from < text.view().size()) {
    const std::size_t before = from == 0 ? 0 : 1;
    window.move(from - before, kAhead);
    const std::size_t limit = window.bytes().size() - (window.at_end() ? 0 : 2);
    const std::size_t hit = find_row_end(window.bytes(), from - window.begin(), limit);
    from = window.begin() + hit;
    if (hit < limit) return from;
  }
  return text.view().size();
}

}  // namespace

std::size_t RowEnds::first_from(const Text& text, std::size_t line_start) const {
  if (!found_) return look_for_row_end(text, line_start);
  const auto first = std::lower_bound(found_->offsets.begin(), found_->offsets.end(), line_start);
  if (first != found_->offsets.end()) return *first;
  return look_for_row_end(text, std::max(line_start, found_->looked_until));
}

void RowEndsFinder::look(std::string_view bytes, std::size_t begin, std::size_t end) {
  while (found_.looked_until < end && found_.offsets.size() < kMost) {
    const std::size_t hit = begin + find_row_end(bytes, found_.looked_until - begin, end - begin);
    if (hit < end) found_.offsets.push_back(hit);
    found_.looked_until = std::min(hit + 1, end);
  }
}

// Who has given up in front of its end goes on from there: what is behind is looked at again.
void RowEndsFinder::append(RowEndsFinder rest) {
  if (found_.offsets.size() >= kMost) return;
  found_.offsets.insert(found_.offsets.end(), rest.found_.offsets.begin(), rest.found_.offsets.end());
  found_.looked_until = rest.found_.looked_until;
}

RowEnds RowEndsFinder::found() && {
  RowEnds ends;
  ends.found_ = std::make_shared<const RowEnds::Found>(std::move(found_));
  return ends;
}

}  // namespace runner
