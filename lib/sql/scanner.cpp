#include "scanner.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "comments.hpp"
#include "text/wide_vectors.hpp"

namespace runner {
namespace {

enum : unsigned char { kBlank = 1, kWordStart = 2, kDigit = 4, kDollar = 8 };

// The classes of each byte. Bytes above 127 are letters, as for the server.
constexpr std::array<unsigned char, 256> kClasses = [] {
  std::array<unsigned char, 256> classes{};
  for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'}) {
    classes[static_cast<unsigned char>(c)] = kBlank;
  }
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = kWordStart;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = kWordStart;
  for (unsigned c = 128; c < 256; ++c) classes[c] = kWordStart;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  classes['_'] = kWordStart;
  classes['$'] = kDollar;
  return classes;
}();

bool is(char c, unsigned classes) { return (kClasses[static_cast<unsigned char>(c)] & classes) != 0; }

std::size_t find(std::string_view text, char c, std::size_t from) {
  const void* hit = std::memchr(text.data() + from, c, text.size() - from);
  return hit == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
}

// The loop has no branch, so that the compiler vectorizes it.
RUNNER_WIDE_VECTORS bool all_blank(const char* bytes, std::size_t count) {
  unsigned others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    others |= static_cast<unsigned>(byte != ' ') & static_cast<unsigned>(byte - 9U > 4U);
  }
  return others == 0;
}

// Skips blanks in large steps. May leave some for the caller.
std::size_t skip_many_blanks(std::string_view text, std::size_t from) {
  constexpr std::size_t kStep = 256;
  while (text.size() - from >= kStep && all_blank(text.data() + from, kStep)) from += kStep;
  return from;
}

}  // namespace

char Scanner::peek(std::size_t ahead) const {
  return offset_ + ahead < text_.size() ? text_[offset_ + ahead] : '\0';
}

Token Scanner::token(TokenKind kind, std::size_t start) const {
  return {kind, text_.substr(start, offset_ - start)};
}

Token Scanner::unterminated(std::size_t start) {
  offset_ = text_.size();
  return token(TokenKind::unterminated, start);
}

Token Scanner::next() {
  if (!skip_blanks_and_comments()) return unterminated(offset_);
  if (offset_ == text_.size()) return token(TokenKind::end, offset_);
  const std::size_t start = offset_;
  const char c = text_[offset_];
  if (is(c, kWordStart)) return scan_prefixed_word();
  if (is(c, kDigit)) return scan_number();
  switch (c) {
    case '\'': return scan_string(start, Escapes::none);
    case '"': return scan_identifier(start);
    case '$': return scan_dollar(start);
    case '\\': return scan_backslash(start);
    default: ++offset_; return token(c == ';' ? TokenKind::semicolon : TokenKind::symbol, start);
  }
}

// False when a block comment is never closed. The offset is then at its start.
bool Scanner::skip_blanks_and_comments() {
  constexpr std::size_t kFew = 32;  // more blanks than this between two words are rare
  std::size_t blanks = 0;
  while (offset_ < text_.size()) {
    const char c = text_[offset_];
    if (is(c, kBlank)) {
      ++offset_;
      if (++blanks % kFew == 0) offset_ = skip_many_blanks(text_, offset_);
      continue;
    }
    const std::size_t size = c == '-' || c == '/' ? size_of_comment(text_.substr(offset_)) : 0;
    if (size == 0) break;
    if (size == std::string_view::npos) return false;
    offset_ += size;
  }
  return true;
}

Token Scanner::scan_word() {
  const std::size_t start = offset_;
  while (offset_ < text_.size() && is(text_[offset_], kWordStart | kDigit | kDollar)) ++offset_;
  return token(TokenKind::word, start);
}

// A letter right before a quote changes what the quote means.
Token Scanner::scan_prefixed_word() {
  const std::size_t start = offset_;
  const char after = peek(1);
  if (after == '\'' || after == '&') {
    switch (text_[offset_]) {
      case 'e':
      case 'E':
        if (after == '\'') return ++offset_, scan_string(start, Escapes::backslash);
        break;
      case 'b':
      case 'B':
      case 'x':
      case 'X':
        if (after == '\'') return ++offset_, scan_string(start, Escapes::none);
        break;
      case 'u':
      case 'U':
        if (after != '&') break;
        if (peek(2) == '\'') return offset_ += 2, scan_string(start, Escapes::none);
        if (peek(2) == '"') return offset_ += 2, scan_identifier(start);
        break;
      default: break;
    }
  }
  return scan_word();
}

// Letters right after the digits belong to the number. A dollar sign after those letters starts no string.
Token Scanner::scan_number() {
  const std::size_t start = offset_;
  while (is(peek(), kDigit) || peek() == '.') ++offset_;
  if (is(peek(), kWordStart)) (void)scan_word();
  return token(TokenKind::number, start);
}

// Starts at the opening quote. A string may continue in quotes on a later line, with the same escapes.
Token Scanner::scan_string(std::size_t start, Escapes escapes) {
  do {
    if (!skip_quoted(escapes)) return unterminated(start);
  } while (escapes == Escapes::backslash && continues_on_next_line());
  return token(TokenKind::string, start);
}

bool Scanner::skip_quoted(Escapes escapes) {
  ++offset_;
  while (offset_ < text_.size()) {
    if (escapes == Escapes::none) offset_ = find(text_, '\'', offset_);
    const char c = peek();
    if (c == '\\' && escapes == Escapes::backslash) {
      offset_ += 2;
    } else if (c != '\'') {
      ++offset_;
    } else if (peek(1) == '\'') {
      offset_ += 2;
    } else {
      ++offset_;
      return true;
    }
  }
  return false;
}

// Moves to the quote that continues this string, if there is one after a line end.
bool Scanner::continues_on_next_line() {
  std::size_t ahead = offset_;
  bool line_ended = false;
  while (ahead < text_.size()) {
    const char c = text_[ahead];
    if (c == '-' && ahead + 1 < text_.size() && text_[ahead + 1] == '-') {
      ahead += size_of_comment(text_.substr(ahead));
    } else if (is(c, kBlank)) {
      line_ended = line_ended || c == '\n' || c == '\r';
      ++ahead;
    } else {
      break;
    }
  }
  if (!line_ended || ahead == text_.size() || text_[ahead] != '\'') return false;
  offset_ = ahead;
  return true;
}

// Starts at the opening quote. Reads a doubled quote as a close and an open: the end is the same.
Token Scanner::scan_identifier(std::size_t start) {
  do {
    offset_ = find(text_, '"', offset_ + 1);
    if (offset_ == text_.size()) return unterminated(start);
    ++offset_;
  } while (peek() == '"');
  return token(TokenKind::quoted_identifier, start);
}

// A parameter ($1), a dollar-quoted string ($tag$…$tag$), or a stray dollar sign.
Token Scanner::scan_dollar(std::size_t start) {
  ++offset_;
  if (is(peek(), kDigit)) {
    while (is(peek(), kDigit)) ++offset_;
    return token(TokenKind::symbol, start);
  }
  std::size_t tag_end = offset_;
  while (tag_end < text_.size() && is(text_[tag_end], kWordStart | kDigit)) ++tag_end;
  if (tag_end == text_.size() || text_[tag_end] != '$') return token(TokenKind::symbol, start);
  const std::string_view tag = text_.substr(start, tag_end + 1 - start);
  const std::size_t close = text_.find(tag, tag_end + 1);
  if (close == std::string_view::npos) return unterminated(start);
  offset_ = close + tag.size();
  return token(TokenKind::string, start);
}

Token Scanner::scan_backslash(std::size_t start) {
  offset_ = find(text_, '\n', offset_);
  return token(TokenKind::backslash, start);
}

}  // namespace runner
