#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "text.hpp"

namespace runner {

/// Where the lines of a text are that have nothing but "\." on them and so end the rows of a COPY. Of a
/// large text it is worth keeping: looking for them takes about as long as checking its bytes.
class RowEnds {
 public:
  /// For a text in which nobody has looked yet.
  RowEnds() = default;

  /// Offset of the first such line at or behind this line start, or the text's size.
  [[nodiscard]] std::size_t first_from(const Text& text, std::size_t line_start) const;

 private:
  friend class RowEndsFinder;
  struct Found {
    std::vector<std::size_t> offsets;
    std::size_t looked_until = 0;
  };

  std::shared_ptr<const Found> found_;
};

/// Looks through a text, piece by piece, from its start or from the start of a line.
class RowEndsFinder {
 public:
  explicit RowEndsFinder(std::size_t from = 0) { found_.looked_until = from; }

  /// Looks through the text up to this offset, given its bytes from "begin" on: one before the place where it
  /// stopped, and two behind the end, as far as the text has them.
  void look(std::string_view bytes, std::size_t begin, std::size_t end);
  /// Adds what another one has found who began where this one ends.
  void append(RowEndsFinder rest);
  [[nodiscard]] RowEnds found() &&;

 private:
  RowEnds::Found found_;
};

}  // namespace runner
