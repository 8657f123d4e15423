#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "text.hpp"

namespace runner {

/// A window that moves along a text. Its bytes do not change: of a file that other programs may change, it
/// holds a checked copy. Of any other text it holds everything and copies nothing.
class TextWindow {
 public:
  /// Starts empty for a text that other programs may change.
  explicit TextWindow(Text text);

  /// Moves the window so that it holds at least this many bytes from this offset on, or all that are left.
  /// Throws Error(source) if another program changed the file.
  void move(std::size_t from, std::size_t size);
  /// Moves the window. Returns at most this many bytes from this offset on, valid until the next move.
  [[nodiscard]] std::string_view read(std::size_t from, std::size_t size);

  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::size_t end() const noexcept { return begin_ + bytes_.size(); }
  /// Whether the window reaches the end of the text.
  [[nodiscard]] bool at_end() const noexcept { return end() == text_.view().size(); }
  [[nodiscard]] bool holds_all() const noexcept { return bytes_.size() == text_.view().size(); }
  [[nodiscard]] const Text& text() const noexcept { return text_; }
  /// Keeps bytes() alive after the window moves. Empty when bytes() is the text's own memory.
  [[nodiscard]] std::shared_ptr<const void> keeper() const noexcept { return copy_; }

 private:
  [[nodiscard]] std::string take_copy(std::size_t from);

  Text text_;
  std::size_t begin_ = 0;
  std::string_view bytes_;
  std::shared_ptr<std::string> copy_;
};

/// A copy of the whole text. Throws Error(source) if another program changed the file.
[[nodiscard]] std::string copy_of(const Text& text);

}  // namespace runner
