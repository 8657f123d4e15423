#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

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

}  // namespace runner
