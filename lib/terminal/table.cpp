#include "table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace runner {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;

Clean line_of(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths, const Style& style) {
  Clean line;
  std::size_t gap = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Clean text = cut_to_width(cells[i].text, widths[i]);
    if (!text.empty()) line += blanks(std::exchange(gap, 0)) + style.paint(cells[i].tone, text);
    gap += widths[i] - display_width(text) + kGap;
  }
  return line + "\n";
}

}  // namespace

std::vector<std::size_t> Table::column_widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (const Clean& title : heading_) widths.push_back(display_width(title));
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i].text));
    }
  }
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  };
  while (width > 0 && total() > width) {
    const auto widest = std::max_element(elastic_.begin(), elastic_.end(),
                                         [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
    if (widest == elastic_.end() || widths[*widest] <= kNarrowest) break;
    --widths[*widest];
  }
  return widths;
}

Clean Table::text(const Style& style, std::size_t width) const {
  const std::vector<std::size_t> widths = column_widths(width);
  std::vector<Cell> heading;
  for (const Clean& title : heading_) heading.push_back({title, Tone::faint});
  Clean lines = line_of(heading, widths, style);
  for (const Row& row : rows_) {
    lines += line_of(row.cells, widths, style);
    for (const Clean& note : row.notes) lines += note + "\n";
  }
  return lines;
}

}  // namespace runner
