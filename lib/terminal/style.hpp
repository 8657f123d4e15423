#pragma once

#include <string>
#include <string_view>

namespace runner {

enum class Tone { plain, good, bad, careful, faint, strong };

/// Colours text, or leaves it as it is.
class Style {
 public:
  explicit Style(bool coloured = false) : coloured_(coloured) {}

  [[nodiscard]] std::string paint(Tone tone, std::string_view text) const;

 private:
  bool coloured_;
};

/// How many columns of a terminal the UTF-8 text takes: wide signs take two, combining ones none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text cut to this many columns, with "…" where something is left out.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace runner
