#include "strings.hpp"

#include <algorithm>

namespace runner {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string doubled(std::string_view text, char special) {
  std::string result;
  for (const char c : text) result.append(c == special ? 2 : 1, c);
  return result;
}

std::string undoubled(std::string_view text, char special) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] == special && text.substr(i + 1).starts_with(special)) ++i;
  }
  return result;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool equals_ignoring_case(std::string_view text, std::string_view wanted) {
  if (text.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != wanted[i] && lower(text[i]) != wanted[i]) return false;
  }
  return true;
}

bool ends_with_ignoring_case(std::string_view text, std::string_view wanted) {
  return text.size() >= wanted.size() &&
         equals_ignoring_case(text.substr(text.size() - wanted.size()), wanted);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace runner
