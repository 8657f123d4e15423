#include "text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace runner {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Length of a well-formed sequence at the start of text, 0 when there is none.
// Overlong forms, surrogates and code points above U+10FFFF are not well formed.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i) {
      if (i >= text.size() || !is_continuation(text[i])) return false;
    }
    return true;
  };
  const unsigned char first = byte(0);
  if (first < 0x80) return first == 0 ? 0 : 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(2)) return 0;
    const bool overlong = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(3)) return 0;
    const bool overlong = first == 0xF0 && byte(1) < 0x90;
    const bool too_large = first == 0xF4 && byte(1) > 0x8F;
    return overlong || too_large ? 0 : 4;
  }
  return 0;
}

// How many bytes from the start are plain ASCII without NUL, in steps of eight.
std::size_t ascii_prefix(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::size_t done = 0;
  while (done + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + done, sizeof word);
    if (((word | (word - kOnes)) & kHighBits) != 0) break;
    done += sizeof word;
  }
  return done;
}

}  // namespace

Text::Text(std::string bytes) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  view_ = *owner;
  owner_ = owner;
}

Text normalized(Text raw) {
  const std::string_view text = raw.view();
  const bool marked = text.starts_with(kByteOrderMark);
  if (!marked && text.find('\r') == std::string_view::npos) return raw;
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = marked ? kByteOrderMark.size() : 0; i < text.size(); ++i) {
    const bool crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!crlf) clean.push_back(text[i]);
  }
  return Text(std::move(clean));
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    offset += ascii_prefix(text.substr(offset));
    if (offset == text.size()) break;
    const std::size_t length = sequence_length(text.substr(offset));
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t offset_of_character(std::string_view text, std::size_t number) {
  std::size_t seen = 0;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (!is_continuation(text[offset]) && ++seen == number) return offset;
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool equals_ignoring_case(std::string_view text, std::string_view wanted) {
  return std::equal(text.begin(), text.end(), wanted.begin(), wanted.end(),
                    [](char a, char b) { return lower(a) == b; });
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
