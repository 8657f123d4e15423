#pragma once

#include <vector>

#include "style.hpp"

namespace runner {

struct Cell {
  Clean text;
  Tone tone = Tone::plain;
};

/// Rows under a heading, in columns of equal width. Where the lines would be wider than the
/// terminal, the widest of the columns named as elastic are cut.
class Table {
 public:
  Table(std::vector<Clean> heading, std::vector<std::size_t> elastic)
      : heading_(std::move(heading)), elastic_(std::move(elastic)) {}

  void add(std::vector<Cell> row) { rows_.push_back({std::move(row), {}}); }
  /// A line below the last row, as it is.
  void note(Clean line) { rows_.back().notes.push_back(std::move(line)); }

  /// The table as lines; a width of 0 has no limit.
  [[nodiscard]] Clean text(const Style& style, std::size_t width) const;

 private:
  struct Row {
    std::vector<Cell> cells;
    std::vector<Clean> notes;
  };

  [[nodiscard]] std::vector<std::size_t> column_widths(std::size_t width) const;

  std::vector<Clean> heading_;
  std::vector<std::size_t> elastic_;
  std::vector<Row> rows_;
};

}  // namespace runner
