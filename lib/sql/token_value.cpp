#include "token_value.hpp"

#include <algorithm>

#include "text/strings.hpp"

namespace runner {
namespace {

// The text between the quotes of a string or a name, plain or dollar-quoted.
std::string_view inside_quotes(std::string_view text) {
  const std::size_t open = std::min(text.find_first_of("'\"$"), text.size());
  std::size_t length = 1;
  if (text.substr(open).starts_with('$')) length = text.find('$', open + 1) + 1 - open;
  if (open + 2 * length > text.size()) return {};
  return text.substr(open + length, text.size() - open - 2 * length);
}

}  // namespace

std::string unquoted(const Token& token) {
  if (token.kind != TokenKind::string && token.kind != TokenKind::quoted_identifier)
    return std::string(token.text);
  const std::string_view inside = inside_quotes(token.text);
  const bool doubles = !inside.empty() && !token.text.ends_with('$');
  return doubles ? undoubled(inside, token.text.back()) : std::string(inside);
}

// The server accepts "of", but not "o", which could also mean "on".
std::optional<bool> switched_to(const Token& value) {
  const std::string word = lower_case(unquoted(value));
  const auto begins = [&](std::string_view whole) { return !word.empty() && whole.starts_with(word); };
  if (word == "on" || word == "1" || begins("true") || begins("yes")) return true;
  if (word == "of" || word == "off" || word == "0" || begins("false") || begins("no")) return false;
  return std::nullopt;
}

}  // namespace runner
