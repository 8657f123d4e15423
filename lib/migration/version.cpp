#include "version.hpp"

#include <algorithm>

namespace runner {

std::string_view leading_digits(std::string_view name) noexcept {
  return name.substr(0, name.find_first_not_of("0123456789"));
}

std::optional<Version> Version::parse(std::string_view digits) {
  if (digits.empty() || leading_digits(digits) != digits) return std::nullopt;
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return Version(std::string(digits.substr(zeros)));
}

std::string Version::next(std::size_t width) const {
  std::string digits = digits_;
  auto digit = digits.rbegin();
  while (digit != digits.rend() && *digit == '9') *digit++ = '0';
  if (digit == digits.rend()) {
    digits.insert(digits.begin(), '1');
  } else {
    ++*digit;
  }
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// Without leading zeros, the number with more digits is larger.
std::strong_ordering Version::operator<=>(const Version& other) const noexcept {
  if (digits_.size() != other.digits_.size()) return digits_.size() <=> other.digits_.size();
  return digits_.compare(other.digits_) <=> 0;
}

}  // namespace runner
