#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "text.hpp"

namespace runner {

/// The part of a text that is read, moved along it. Its bytes no longer change: of a file that other
/// programs may change it holds a checked copy. Of any other text it holds all, and nothing is copied.
class TextWindow {
 public:
  /// Holds nothing yet, unless it holds all.
  explicit TextWindow(Text text);

  /// Makes it hold the bytes from this offset on: so many, or more, or all that are left. Throws
  /// Error(source) when the file was changed.
  void move(std::size_t from, std::size_t size);
  /// The bytes from this offset on, so many or all that are left, until it is moved again.
  [[nodiscard]] std::string_view read(std::size_t from, std::size_t size);

  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::size_t end() const noexcept { return begin_ + bytes_.size(); }
  /// Whether the text ends where the window does.
  [[nodiscard]] bool at_end() const noexcept { return end() == text_.view().size(); }
  [[nodiscard]] bool holds_all() const noexcept { return bytes_.size() == text_.view().size(); }
  [[nodiscard]] const Text& text() const noexcept { return text_; }
  /// Keeps what bytes() shows, though the window moves on. Empty when that is the text's own.
  [[nodiscard]] std::shared_ptr<const void> keeper() const noexcept { return copy_; }

 private:
  [[nodiscard]] std::string take_copy(std::size_t from);

  Text text_;
  std::size_t begin_ = 0;
  std::string_view bytes_;
  std::shared_ptr<std::string> copy_;
};

/// A copy of the whole text. Throws Error(source) when the file was changed.
[[nodiscard]] std::string copy_of(const Text& text);

}  // namespace runner
