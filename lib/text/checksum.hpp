#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "text.hpp"

namespace runner {

/// A SHA-256.
class Checksum {
 public:
  /// That of no text.
  Checksum() = default;
  /// The checksum of these bytes.
  [[nodiscard]] static Checksum of(std::string_view bytes);
  /// The same of a text. Throws Error(source) when its file was changed.
  [[nodiscard]] static Checksum of(
      const Text& text, const Heed& heed = [] {});
  /// Reads 64 hex digits; anything else is no checksum we know.
  [[nodiscard]] static std::optional<Checksum> parse(std::string_view hex);

  /// As 64 lower-case hex digits.
  [[nodiscard]] std::string hex() const;
  /// Enough of it to tell two apart in a message.
  [[nodiscard]] std::string abbreviated() const { return hex().substr(0, 8) + "…"; }

  auto operator<=>(const Checksum&) const = default;  // NOLINT(modernize-use-nullptr): its 0 is no pointer

 private:
  using Digest = std::array<unsigned char, 32>;

  explicit Checksum(const Digest& digest) : digest_(digest) {}

  Digest digest_{};
};

}  // namespace runner
