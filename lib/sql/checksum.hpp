#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

namespace runner {

/// A SHA-256 as 64 lower-case hex digits.
class Checksum {
 public:
  /// The checksum of these bytes.
  [[nodiscard]] static Checksum of(std::string_view bytes);
  /// The same, or nothing when another thread has set "stop" before all bytes are read.
  [[nodiscard]] static std::optional<Checksum> of(std::string_view bytes, const std::atomic<bool>& stop);
  /// Reads 64 hex digits; anything else is no checksum we know.
  [[nodiscard]] static std::optional<Checksum> parse(std::string_view hex);

  [[nodiscard]] const std::string& hex() const noexcept { return hex_; }
  /// Enough of it to tell two apart in a message.
  [[nodiscard]] std::string abbreviated() const { return hex_.substr(0, 8) + "…"; }

  auto operator<=>(const Checksum&) const = default;

 private:
  explicit Checksum(std::string hex) : hex_(std::move(hex)) {}

  std::string hex_;
};

}  // namespace runner
