#include "suggestions.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace runner {
namespace {

constexpr std::string_view kBehindScheme = "://";

// How many letters must be changed, added, removed or swapped with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  std::iota(table[0].begin(), table[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    table[i][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({changed, table[i - 1][j] + 1, table[i][j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> known) {
  const auto best = std::min_element(known.begin(), known.end(),
                                     [&](auto a, auto b) { return distance(typed, a) < distance(typed, b); });
  const bool near = best != known.end() && distance(typed, *best) <= 1 + typed.size() / 4;
  return near ? *best : std::string_view{};
}

bool is_url(std::string_view word) { return word.find(kBehindScheme) != std::string_view::npos; }

std::string shown(std::string_view word) {
  if (!is_url(word)) return std::string(word);
  return std::string(word.substr(0, word.find(kBehindScheme) + kBehindScheme.size())) + "…";
}

}  // namespace runner
