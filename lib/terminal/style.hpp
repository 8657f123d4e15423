#pragma once

#include <string_view>

#include "clean.hpp"

namespace runner {

enum class Tone { plain, good, bad, careful, faint, strong };

/// Colours text, or leaves it as it is.
class Style {
 public:
  explicit Style(bool coloured = false) : coloured_(coloured) {}

  [[nodiscard]] Clean paint(Tone tone, const Clean& text) const;

 private:
  bool coloured_;
};

/// How many columns of a terminal the UTF-8 text takes. Wide signs take two, combining signs none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text cut to this many columns, ending in "…" if it was cut.
[[nodiscard]] Clean cut_to_width(const Clean& text, std::size_t width);

}  // namespace runner
