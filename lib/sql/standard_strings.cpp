#include "standard_strings.hpp"

#include "text/strings.hpp"
#include "token_value.hpp"

namespace runner {
namespace {

bool names_standard_strings(const Token& token) {
  return equals_ignoring_case(unquoted(token), "standard_conforming_strings");
}

// The server may read any other value as off.
bool keeps_on(const Token& value) { return is_word(value, "default") || switched_to(value) == true; }

// Starts after the word SET.
bool set_turns_off(Scanner& scanner) {
  Token name = scanner.next();
  if (is_word(name, "session") || is_word(name, "local")) name = scanner.next();
  if (!names_standard_strings(name)) return false;
  const Token sign = scanner.next();
  return (sign.text == "=" || is_word(sign, "to")) && !keeps_on(scanner.next());
}

// Starts after the name of the function.
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
