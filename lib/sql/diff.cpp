#include "diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "text.hpp"

namespace runner {
namespace {

constexpr std::size_t kMostLinesShown = 40;
// The table of common lengths grows with the product: beyond this the changed middle is shown whole.
constexpr std::size_t kMostCells = 4'000'000;

using Lines = std::vector<std::string_view>;

struct Change {
  char sign = ' ';
  std::string_view line;
  std::size_t number = 0;
};

// Lengths of the longest common subsequences of all suffixes.
std::vector<std::size_t> common_lengths(const Lines& before, const Lines& after) {
  const std::size_t width = after.size() + 1;
  std::vector<std::size_t> lengths((before.size() + 1) * width, 0);
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;) {
      lengths[i * width + j] = before[i] == after[j]
                                   ? lengths[(i + 1) * width + j + 1] + 1
                                   : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return lengths;
}

void append(std::vector<Change>& changes, char sign, const Lines& lines, std::size_t first) {
  for (const std::string_view line : lines) changes.push_back({sign, line, ++first});
}

std::vector<Change> changes_between(const Lines& before, const Lines& after, std::size_t first) {
  std::vector<Change> changes;
  if (before.size() * after.size() > kMostCells) {
    append(changes, '-', before, first);
    append(changes, '+', after, first);
    return changes;
  }
  const std::vector<std::size_t> lengths = common_lengths(before, after);
  const std::size_t width = after.size() + 1;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      ++i, ++j;
    } else if (j == after.size() ||
               (i < before.size() && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
      changes.push_back({'-', before[i], first + ++i});
    } else {
      changes.push_back({'+', after[j], first + ++j});
    }
  }
  return changes;
}

std::size_t cut_common_ends(Lines& before, Lines& after) {
  const auto [b, a] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto same = static_cast<std::size_t>(std::distance(before.begin(), b));
  before.erase(before.begin(), b);
  after.erase(after.begin(), a);
  while (!before.empty() && !after.empty() && before.back() == after.back()) {
    before.pop_back();
    after.pop_back();
  }
  return same;
}

}  // namespace

std::string difference(std::string_view before, std::string_view after) {
  Lines old_lines = lines_of(before);
  Lines new_lines = lines_of(after);
  const std::size_t first = cut_common_ends(old_lines, new_lines);
  const std::vector<Change> changes = changes_between(old_lines, new_lines, first);
  if (changes.empty()) return "The lines are equal; only the newline at the end differs.";
  std::string text;
  for (std::size_t i = 0; i < std::min(changes.size(), kMostLinesShown); ++i) {
    const Change& change = changes[i];
    text += fmt::format("{}{:>4} {}{}", i == 0 ? "" : "\n", change.number, change.sign, change.line);
  }
  if (changes.size() > kMostLinesShown) {
    const std::size_t cut = changes.size() - kMostLinesShown;
    text += fmt::format("\n… and {} more changed line{}", cut, cut == 1 ? "" : "s");
  }
  return text;
}

}  // namespace runner
