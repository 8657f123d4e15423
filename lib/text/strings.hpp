#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace runner {

/// Offset at which the part begins in the text.
[[nodiscard]] inline std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

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
