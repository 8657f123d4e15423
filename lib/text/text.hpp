#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runner {

class SealedBytes;

/// Bytes that live as long as any copy of the Text. Copies share them.
class Text {
 public:
  Text() = default;
  explicit Text(std::string bytes);
  [[nodiscard]] static Text copy_of(std::string_view bytes);
  /// Bytes that the owner keeps alive, such as a mapped file.
  Text(std::shared_ptr<const void> owner, std::string_view view) : owner_(std::move(owner)), view_(view) {}
  /// Bytes that other programs may change.
  explicit Text(const std::shared_ptr<const SealedBytes>& bytes);

  /// The bytes. Sealed bytes may change at any time: read those through a TextWindow.
  [[nodiscard]] std::string_view view() const noexcept { return view_; }
  /// Set when other programs may change the bytes.
  [[nodiscard]] const SealedBytes* sealed() const noexcept { return sealed_; }
  /// At most this many bytes from this offset on, not copied.
  [[nodiscard]] Text part(std::size_t offset, std::size_t size = std::string_view::npos) const;

 private:
  std::shared_ptr<const void> owner_;
  std::string_view view_;
  const SealedBytes* sealed_ = nullptr;
};

/// The text without a byte-order mark. Never copies it.
[[nodiscard]] Text without_mark(const Text& raw);

/// Long-running functions call this repeatedly. It throws to stop them.
using Heed = std::function<void()>;

/// The text without a byte-order mark and with LF line ends: what runner runs and hashes. Copies the text
/// only if it has a CRLF.
[[nodiscard]] Text normalized(const Text& raw);

/// The result of one scan over every byte.
struct ByteScan {
  std::optional<std::size_t> bad;  ///< offset of the first byte that is not UTF-8 or is NUL
  bool carriage_return = false;    ///< whether there is one; the scan stops at a bad byte
};

[[nodiscard]] ByteScan scan_bytes(std::string_view text);

/// Offset at which the part begins in the text.
[[nodiscard]] inline std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

/// Size of a prefix that ends with a whole character, when more of the text follows.
[[nodiscard]] std::size_t whole_characters(std::string_view text);

/// Offset of the first byte that is not UTF-8 or is NUL.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);

/// How many characters (code points) the UTF-8 text has.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// Offset of the character with this number, counted from 1. The text's size when it has fewer characters.
[[nodiscard]] std::size_t offset_of_character(std::string_view text, std::size_t number);

[[nodiscard]] std::string_view trimmed(std::string_view text);
/// The text with each of these characters doubled, as SQL writes a quote within quotes.
[[nodiscard]] std::string doubled(std::string_view text, char special);
/// Reverses doubled().
[[nodiscard]] std::string undoubled(std::string_view text, char special);
[[nodiscard]] std::string lower_case(std::string_view text);
/// Ignores the case of ASCII letters. The wanted text must be in lower case.
[[nodiscard]] bool equals_ignoring_case(std::string_view text, std::string_view wanted);
[[nodiscard]] bool ends_with_ignoring_case(std::string_view text, std::string_view wanted);
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace runner
