#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runner {

/// Bytes that live as long as somebody holds them. Copying shares them.
class Text {
 public:
  Text() = default;
  explicit Text(std::string bytes);
  /// Bytes that something else keeps, such as a mapped file.
  Text(std::shared_ptr<const void> owner, std::string_view view) : owner_(std::move(owner)), view_(view) {}

  [[nodiscard]] std::string_view view() const noexcept { return view_; }

 private:
  std::shared_ptr<const void> owner_;
  std::string_view view_;
};

/// The text without a byte-order mark and with LF line ends: what is run and hashed.
[[nodiscard]] Text normalized(Text raw);

/// Offset of the first byte that is not UTF-8 or is NUL.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);

/// How many characters (code points) the UTF-8 text has.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// Offset of the character with this number, counted from 1; the text's size when it ends before.
[[nodiscard]] std::size_t offset_of_character(std::string_view text, std::size_t number);

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view text);
/// Compares ASCII letters without case; lower must be in lower case.
[[nodiscard]] bool equals_ignoring_case(std::string_view text, std::string_view lower);
[[nodiscard]] bool ends_with_ignoring_case(std::string_view text, std::string_view lower);
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace runner
