#pragma once

#include <cstddef>
#include <string_view>

#include "text/strings.hpp"

namespace runner {

enum class TokenKind {
  word,               ///< an unquoted identifier or keyword
  quoted_identifier,  ///< "…" and U&"…"
  string,             ///< '…', E'…', U&'…', B'…', X'…', N'…' and dollar-quoted text
  number,
  symbol,  ///< one character of an operator or of punctuation
  semicolon,
  backslash,     ///< a psql command: the backslash and the rest of its line
  unterminated,  ///< a quote or comment that is never closed: the rest of the text
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
};

/// Whether the token is this keyword or unquoted identifier, given in lower case.
[[nodiscard]] inline bool is_word(const Token& token, std::string_view lower) {
  return token.kind == TokenKind::word && equals_ignoring_case(token.text, lower);
}

[[nodiscard]] inline bool is_symbol(const Token& token, char symbol) {
  return token.kind == TokenKind::symbol && token.text.front() == symbol;
}

/// Splits SQL into tokens by the lexical rules of PostgreSQL, skipping white space and comments. Assumes
/// standard_conforming_strings on: a backslash escapes only in E'…'. Returns an operator as single
/// characters: callers need only that it ends at a comment.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// The next token. At the end of the text, every call returns one of kind end.
  Token next();

  /// Offset of the byte after the last token.
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }

  /// Resumes at this offset, to skip text that is not SQL.
  void move_to(std::size_t offset) noexcept { offset_ = offset; }

 private:
  enum class Escapes { none, backslash };

  bool skip_blanks_and_comments();
  Token scan_word();
  Token scan_prefixed_word();
  Token scan_number();
  Token scan_string(std::size_t start, Escapes escapes);
  bool skip_quoted(Escapes escapes);
  bool continues_on_next_line();
  Token scan_identifier(std::size_t start);
  Token scan_dollar(std::size_t start);
  Token scan_backslash(std::size_t start);
  Token token(TokenKind kind, std::size_t start) const;
  Token unterminated(std::size_t start);
  [[nodiscard]] char peek(std::size_t ahead = 0) const;

  std::string_view text_;
  std::size_t offset_ = 0;
};

}  // namespace runner
