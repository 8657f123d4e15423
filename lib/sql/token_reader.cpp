#include "token_reader.hpp"

#include <utility>

#include "text/strings.hpp"
#include "token_value.hpp"

namespace runner {
namespace {

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

bool TokenReader::take(std::initializer_list<std::string_view> words) {
  std::size_t ahead = 0;
  for (const std::string_view word : words) {
    if (!is_word(peek(ahead++), word)) return false;
  }
  at_ += words.size();
  return true;
}

bool TokenReader::take(char symbol) {
  if (!is_symbol(peek(), symbol)) return false;
  skip();
  return true;
}

std::optional<std::string> TokenReader::take_identifier() {
  const Token token = peek();
  if (token.kind == TokenKind::word) return skip(), lower_case(token.text);
  if (token.kind == TokenKind::quoted_identifier) return skip(), unquoted(token);
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
    if (depth == 0 && is_symbol(peek(), ',')) return;
    if (is_symbol(peek(), '(')) ++depth;
    if (is_symbol(peek(), ')') && depth > 0) --depth;
  }
}

bool TokenReader::has_ahead(std::string_view word) const {
  std::size_t depth = 0;
  for (std::size_t ahead = 0; peek(ahead).kind != TokenKind::end; ++ahead) {
    if (is_symbol(peek(ahead), '(')) ++depth;
    if (is_symbol(peek(ahead), ')') && depth-- == 0) return false;
    if (depth == 0 && is_word(peek(ahead), word)) return true;
  }
  return false;
}

}  // namespace runner
