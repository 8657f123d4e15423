#pragma once

#include <vector>

#include "style.hpp"

namespace runner {

struct Cell {
  Clean text;
  Tone tone = Tone::plain;
};

/// Rows under a heading, in aligned columns. If the lines would be wider than the terminal, the table cuts
/// the widest of the elastic columns.
class Table {
 public:
  Table(std::vector<Clean> heading, std::vector<std::size_t> elastic)
      : heading_(std::move(heading)), elastic_(std::move(elastic)) {}

  void add(std::vector<Cell> row) { rows_.push_back({std::move(row), {}}); }
  /// Adds a line below the last row, outside the columns.
  void note(Clean line) { rows_.back().notes.push_back(std::move(line)); }

  /// The table as lines. A width of 0 means no limit.
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
