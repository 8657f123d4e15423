#include "backslashes.hpp"

#include <algorithm>

#include "text.hpp"
#include "token_reader.hpp"

namespace runner {
namespace {

bool names_setting(const Token& token) {
  constexpr std::string_view kSetting = "standard_conforming_strings";
  return is_word(token, kSetting) || equals_ignoring_case(inside_quotes(token.text), kSetting);
}

// SET, and the set_config() that pg_dump writes.
bool sets_it(std::string_view sql) {
  Scanner scanner(sql);
  Token token = scanner.next();
  if (is_word(token, "set")) {
    token = scanner.next();
    if (is_word(token, "session") || is_word(token, "local")) token = scanner.next();
    return names_setting(token);
  }
  for (; token.kind != TokenKind::end; token = scanner.next()) {
    if (is_word(token, "set_config") && scanner.next().text == "(" && names_setting(scanner.next()))
      return true;
  }
  return false;
}

// From there on to the end of its string; empty when there is none. The body of a DO is read with the setting
// of the moment, too.
std::string_view backslash_in(std::string_view sql, bool runs_body) {
  Scanner scanner(sql);
  for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) {
    if (token.kind != TokenKind::string) continue;
    std::string_view found;
    if (token.text.starts_with('\'')) {
      found = token.text.substr(std::min(token.text.find('\\'), token.text.size()));
    } else if (runs_body && token.text.starts_with('$')) {
      found = backslash_in(inside_quotes(token.text), true);
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

std::optional<Place> backslash_in_string(const Script& script, std::size_t first_statement) {
  ScriptItems items(script);
  std::size_t number = 0;
  while (const auto item = items.next()) {
    if (item->kind == ItemKind::echo) continue;
    if (sets_it(item->sql())) return std::nullopt;
    if (++number < first_statement) continue;
    const std::string_view sql = item->sql();
    const std::string_view found = backslash_in(sql, is_word(Scanner(sql).next(), "do"));
    if (!found.empty()) return item->place_in_sql(static_cast<std::size_t>(found.data() - sql.data()));
  }
  return std::nullopt;
}

}  // namespace runner
