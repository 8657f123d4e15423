#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace runner {

/// The digits at the start of a name, as written: "007" of "007_add_email".
[[nodiscard]] std::string_view leading_digits(std::string_view name) noexcept;

/// The number of a migration: any number of digits, compared as a number.
class Version {
 public:
  /// Parses a text of digits. Returns nothing for any other text.
  [[nodiscard]] static std::optional<Version> parse(std::string_view digits);

  /// The digits without leading zeros.
  [[nodiscard]] const std::string& digits() const noexcept { return digits_; }
  /// The version after this one, written with at least this many digits.
  [[nodiscard]] std::string next(std::size_t width) const;

  bool operator==(const Version&) const = default;
  std::strong_ordering operator<=>(const Version& other) const noexcept;

 private:
  explicit Version(std::string digits) : digits_(std::move(digits)) {}

  std::string digits_;
};

}  // namespace runner
