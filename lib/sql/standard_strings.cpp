#include "standard_strings.hpp"

#include <string>

#include "text/text.hpp"
#include "token_reader.hpp"

namespace runner {
namespace {

std::string_view without_quotes(const Token& token) {
  if (token.kind == TokenKind::string) return inside_quotes(token.text);
  if (token.kind == TokenKind::quoted_identifier) return token.text.substr(1, token.text.size() - 2);
  return token.text;
}

bool names_standard_strings(const Token& token) {
  return equals_ignoring_case(without_quotes(token), "standard_conforming_strings");
}

// The server takes the beginning of "true" and "yes", too. Whatever else it takes may be off.
bool keeps_on(const Token& value) {
  const std::string word = lower_case(without_quotes(value));
  if (word == "on" || word == "1" || word == "default") return true;
  return !word.empty() &&
         (std::string_view("true").starts_with(word) || std::string_view("yes").starts_with(word));
}

// After the word SET.
bool set_turns_off(Scanner& scanner) {
  Token name = scanner.next();
  if (is_word(name, "session") || is_word(name, "local")) name = scanner.next();
  if (!names_standard_strings(name)) return false;
  const Token sign = scanner.next();
  return (sign.text == "=" || is_word(sign, "to")) && !keeps_on(scanner.next());
}

// After the name of the function.
bool set_config_turns_off(Scanner& scanner) {
  if (scanner.next().text != "(" || !names_standard_strings(scanner.next())) return false;
  if (scanner.next().text != ",") return false;
  const Token value = scanner.next();
  return value.kind == TokenKind::string && !keeps_on(value);
}

}  // namespace

bool turns_off_standard_strings(std::string_view statement) {
  Scanner scanner(statement);
  Token token = scanner.next();
  if (is_word(token, "set")) return set_turns_off(scanner);
  if (!is_word(token, "select")) return false;
  for (; token.kind != TokenKind::end; token = scanner.next()) {
    if (is_word(token, "set_config") && set_config_turns_off(scanner)) return true;
  }
  return false;
}

}  // namespace runner
