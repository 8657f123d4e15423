#include "backslashes.hpp"

#include "text.hpp"

namespace runner {
namespace {

constexpr std::string_view kSetting = "standard_conforming_strings";

bool is_word(const Token& token, std::string_view lower) {
  return token.kind == TokenKind::word && equals_ignoring_case(token.text, lower);
}

// A SET of it, or set_config(), which pg_dump writes.
bool names_setting(std::string_view sql) { return lower_case(sql).find(kSetting) != std::string::npos; }

// Offset of the backslash. The body of a DO is read with the setting of the moment, too.
std::optional<std::size_t> offset_of_backslash(std::string_view sql) {
  Scanner scanner(sql);
  Token token = scanner.next();
  const bool runs_body = is_word(token, "do");
  for (; token.kind != TokenKind::end; token = scanner.next()) {
    const bool plain = token.kind == TokenKind::string && token.text.starts_with('\'');
    const bool body = token.kind == TokenKind::string && token.text.starts_with('$') && runs_body;
    const std::size_t at = plain || body ? token.text.find('\\') : std::string_view::npos;
    if (at != std::string_view::npos) return static_cast<std::size_t>(token.text.data() - sql.data()) + at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> backslash_in_string(const Script& script) {
  ScriptItems items(script);
  while (const auto item = items.next()) {
    if (item->kind == ItemKind::echo) continue;
    if (names_setting(item->sql())) return std::nullopt;
    if (const auto offset = offset_of_backslash(item->sql()))
      return item->place_of_character(character_count(item->sql().substr(0, *offset)) + 1);
  }
  return std::nullopt;
}

}  // namespace runner
