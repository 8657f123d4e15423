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
  /// All zeros, the checksum of no text.
  Checksum() = default;
  [[nodiscard]] static Checksum of(std::string_view bytes);
  /// Throws Error(source) if another program changed the file of the text.
  [[nodiscard]] static Checksum of(
      const Text& text, const Heed& heed = [] {});
  /// Parses 64 hex digits. Nothing for any other text.
  [[nodiscard]] static std::optional<Checksum> parse(std::string_view hex);

  /// As 64 lower-case hex digits.
  [[nodiscard]] std::string hex() const;
  /// Enough digits to distinguish two checksums in a message.
  [[nodiscard]] std::string abbreviated() const { return hex().substr(0, 8) + "…"; }

  auto operator<=>(const Checksum&) const = default;  // NOLINT(modernize-use-nullptr): its 0 is no pointer

 private:
  using Digest = std::array<unsigned char, 32>;

  explicit Checksum(const Digest& digest) : digest_(digest) {}

  Digest digest_{};
};

}  // namespace runner
