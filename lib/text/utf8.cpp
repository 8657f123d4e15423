#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "code_point.hpp"
#include "wide_vectors.hpp"

namespace runner {
namespace {

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

using Word = std::uint64_t;
constexpr Word kHighBits = 0x8080808080808080U;
constexpr Word kOnes = 0x0101010101010101U;
constexpr Word kReturns = 0x0D0D0D0D0D0D0D0DU;

Word word_at(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Has one of the high bits set when a byte is above 127 or NUL.
Word not_plain(Word word) { return word | (word - kOnes); }
// Has one of the high bits set when a byte is a carriage return.
Word returns_in(Word word) { return ((word ^ kReturns) - kOnes) & ~(word ^ kReturns); }

struct BlockFacts {
  bool plain;  // ASCII without NUL
  bool carriage_return;
};

// The loop has no branch, so that the compiler vectorizes it.
RUNNER_WIDE_VECTORS BlockFacts scan_words(const char* bytes, std::size_t count) {
  Word others = 0;
  Word returns = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Word word = word_at(bytes + i * sizeof(Word));
    others |= not_plain(word);
    returns |= returns_in(word);
  }
  return {(others & kHighBits) == 0, (returns & kHighBits) != 0};
}

BlockFacts scan_block(std::string_view block) {
  const std::size_t words = block.size() / sizeof(Word);
  std::array<char, sizeof(Word)> rest{};
  rest.fill(' ');
  block.copy(rest.data(), rest.size(), words * sizeof(Word));
  const BlockFacts most = scan_words(block.data(), words);
  const BlockFacts last = scan_words(rest.data(), 1);
  return {most.plain && last.plain, most.carriage_return || last.carriage_return};
}

// How many bytes from the start are plain ASCII without NUL, in steps of eight.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t done = 0;
  while (done + sizeof(Word) <= text.size()) {
    if ((not_plain(word_at(text.data() + done)) & kHighBits) != 0) break;
    done += sizeof(Word);
  }
  return done;
}

// Checks the characters from the offset to the end. Returns the offset of a bad byte, or where the last
// character ends, which may be past the end.
std::size_t well_formed_until(std::string_view text, std::size_t offset, std::size_t end) {
  while (offset < end) {
    offset += ascii_prefix(text.substr(offset, end - offset));
    if (offset == end) break;
    const std::size_t length = sequence_length(text.substr(offset));
    if (length == 0) break;
    offset += length;
  }
  return offset;
}

}  // namespace

ByteScan scan_bytes(std::string_view text) {
  constexpr std::size_t kBlock = 4096;
  ByteScan scan;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::string_view block = text.substr(offset, kBlock);
    const std::size_t end = offset + block.size();
    const BlockFacts facts = scan_block(block);
    scan.carriage_return |= facts.carriage_return;
    offset = facts.plain ? end : well_formed_until(text, offset, end);
    if (offset < end) {
      scan.bad = offset;
      break;
    }
  }
  return scan;
}

// No character has four continuation bytes: if the text ends with four, one of them is bad.
std::size_t whole_characters(std::string_view text) {
  constexpr std::size_t kMost = 4;
  for (std::size_t last = text.size(); last > 0 && text.size() - last < kMost; --last) {
    if (!is_continuation(text[last - 1])) return last - 1;
  }
  return text.size();
}

std::optional<std::size_t> first_bad_byte(std::string_view text) { return scan_bytes(text).bad; }

CodePoint first_code_point(std::string_view text) noexcept {
  const std::size_t size = text.empty() ? 0 : sequence_length(text);
  if (size == 0) return {};
  std::uint32_t value = static_cast<unsigned char>(text.front());
  if (size > 1) value &= 0xFFU >> (size + 1);
  for (const char c : text.substr(1, size - 1))
    value = (value << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  return {value, size};
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

}  // namespace runner
