#include "diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "strings.hpp"
#include "utf8.hpp"

namespace runner {
namespace {

constexpr std::size_t kMostLinesShown = 40;
constexpr std::size_t kMostColumns = 120;
constexpr std::size_t kColumnsBefore = 40;
// The table of common lengths grows with the product. Above this size, show the changed middle whole.
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

struct Changes {
  std::vector<Change> shown;
  std::size_t count = 0;

  void add(char sign, std::string_view line, std::size_t number) {
    if (++count <= kMostLinesShown) shown.push_back({sign, line, number});
  }
};

Changes changes_between(const Lines& before, const Lines& after, std::size_t first) {
  Changes changes;
  if (before.size() * after.size() > kMostCells) {
    for (std::size_t i = 0; i < before.size(); ++i) changes.add('-', before[i], first + i + 1);
    for (std::size_t j = 0; j < after.size(); ++j) changes.add('+', after[j], first + j + 1);
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
      changes.add('-', before[i], first + i + 1);
      ++i;
    } else {
      changes.add('+', after[j], first + j + 1);
      ++j;
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

std::size_t common_start(std::string_view one, std::string_view other) {
  return static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
}

// Cuts a long line. The part shown starts shortly before the first difference from the counterpart.
std::string cut_line(std::string_view line, std::string_view counterpart) {
  const std::size_t length = character_count(line);
  if (length <= kMostColumns) return std::string(line);
  const std::size_t differs = character_count(line.substr(0, common_start(line, counterpart)));
  const std::size_t wanted = differs > kColumnsBefore ? differs - kColumnsBefore : 0;
  const std::size_t start = std::min(wanted, length - kMostColumns);
  const std::string_view rest = line.substr(offset_of_character(line, start + 1));
  return fmt::format("{}{}{} ({} characters)", start > 0 ? "…" : "",
                     rest.substr(0, offset_of_character(rest, kMostColumns + 1)),
                     start + kMostColumns < length ? "…" : "", length);
}

std::string_view counterpart_in(const Lines& lines, std::size_t index) {
  return index < lines.size() ? lines[index] : std::string_view{};
}

}  // namespace

std::string difference(std::string_view before, std::string_view after) {
  Lines old_lines = lines_of(before);
  Lines new_lines = lines_of(after);
  const std::size_t first = cut_common_ends(old_lines, new_lines);
  const Changes changes = changes_between(old_lines, new_lines, first);
  if (changes.count == 0) return "The lines are equal; only the newline at the end differs.";
  std::string text;
  for (const Change& change : changes.shown) {
    const Lines& others = change.sign == '-' ? new_lines : old_lines;
    text += fmt::format("{}{:>4} {}{}", text.empty() ? "" : "\n", change.number, change.sign,
                        cut_line(change.line, counterpart_in(others, change.number - first - 1)));
  }
  if (const std::size_t left_out = changes.count - changes.shown.size(); left_out > 0) {
    text += fmt::format("\n… and {} more changed line{}", left_out, left_out == 1 ? "" : "s");
  }
  return text;
}

}  // namespace runner
