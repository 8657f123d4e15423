#include "token_reader.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace runner {
namespace {

// A name in quotes, with its doubled ones undone. Escapes of U&"…" stay as they are.
std::string unquoted_name(std::string_view identifier) {
  const std::size_t open = identifier.find('"');
  return undoubled(identifier.substr(open + 1, identifier.size() - open - 2), '"');
}

constexpr Token kEnd{TokenKind::end, {}};

}  // namespace

TokenReader::TokenReader(std::string_view statement) {
  Scanner scanner(statement);
  for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) {
    tokens_.push_back(token);
  }
}

const Token& TokenReader::peek(std::size_t ahead) const {
  return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kEnd;
}

bool TokenReader::is_word(std::size_t ahead, std::string_view word) const {
  return runner::is_word(peek(ahead), word);
}

bool TokenReader::is_symbol(std::size_t ahead, char symbol) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::symbol && token.text.front() == symbol;
}

bool TokenReader::take(std::initializer_list<std::string_view> words) {
  std::size_t ahead = 0;
  for (const std::string_view word : words) {
    if (!is_word(ahead++, word)) return false;
  }
  at_ += words.size();
  return true;
}

bool TokenReader::take(char symbol) {
  if (!is_symbol(0, symbol)) return false;
  skip();
  return true;
}

std::optional<std::string> TokenReader::take_identifier() {
  const Token token = peek();
  if (token.kind == TokenKind::word) return skip(), lower_case(token.text);
  if (token.kind == TokenKind::quoted_identifier) return skip(), unquoted_name(token.text);
  return std::nullopt;
}

std::optional<ObjectName> TokenReader::take_name() {
  auto name = take_identifier();
  if (!name) return std::nullopt;
  ObjectName result{.schema = {}, .name = std::move(*name)};
  while (take('.')) {
    auto next = take_identifier();
    if (!next) return std::nullopt;
    result = {.schema = std::move(result.name), .name = std::move(*next)};
  }
  return result;
}

std::string TokenReader::take_written_name() {
  std::string name;
  while (!at_end()) {
    name += peek().text;
    skip();
    if (!take('.')) break;
    name += ".";
  }
  return name;
}

void TokenReader::skip_to_comma() {
  for (std::size_t depth = 0; !at_end(); skip()) {
    if (depth == 0 && is_symbol(0, ',')) return;
    if (is_symbol(0, '(')) ++depth;
    if (is_symbol(0, ')') && depth > 0) --depth;
  }
}

bool TokenReader::has_ahead(std::string_view word) const {
  std::size_t depth = 0;
  for (std::size_t ahead = 0; peek(ahead).kind != TokenKind::end; ++ahead) {
    if (is_symbol(ahead, '(')) ++depth;
    if (is_symbol(ahead, ')') && depth-- == 0) return false;
    if (depth == 0 && is_word(ahead, word)) return true;
  }
  return false;
}

std::string_view inside_quotes(std::string_view string) {
  const std::size_t open = std::min(string.find_first_of("'$"), string.size());
  std::size_t length = 1;
  if (string.substr(open).starts_with('$')) length = string.find('$', open + 1) + 1 - open;
  if (open + 2 * length > string.size()) return {};
  return string.substr(open + length, string.size() - open - 2 * length);
}

}  // namespace runner
