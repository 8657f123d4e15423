#include "table.hpp"

#include <algorithm>
#include <numeric>

namespace runner {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::size_t kNarrowest = 8;

std::string line_of(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths,
                    const Style& style) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string text = cut_to_width(cells[i].text, widths[i]);
    line += style.paint(cells[i].tone, text);
    if (i + 1 < cells.size()) line += std::string(widths[i] - display_width(text), ' ') + std::string(kGap);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::vector<std::size_t> Table::column_widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (const std::string& title : heading_) widths.push_back(display_width(title));
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i].text));
    }
  }
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), kGap.size() * (widths.size() - 1));
  };
  while (width > 0 && total() > width) {
    const auto widest = std::max_element(elastic_.begin(), elastic_.end(),
                                         [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
    if (widest == elastic_.end() || widths[*widest] <= kNarrowest) break;
    --widths[*widest];
  }
  return widths;
}

std::string Table::text(const Style& style, std::size_t width) const {
  const std::vector<std::size_t> widths = column_widths(width);
  std::vector<Cell> heading;
  for (const std::string& title : heading_) heading.push_back({title, Tone::faint});
  std::string lines = line_of(heading, widths, style);
  for (const Row& row : rows_) {
    lines += line_of(row.cells, widths, style);
    for (const std::string& note : row.notes) lines += note + "\n";
  }
  return lines;
}

}  // namespace runner
