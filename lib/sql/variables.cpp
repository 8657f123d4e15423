#include "variables.hpp"

#include <utility>

#include "scanner.hpp"

namespace runner {
namespace {

// The value between quotes, as a literal or a name of SQL.
std::string quoted(const std::string& value, char quote) {
  std::string result(1, quote);
  for (const char c : value) {
    if (c == quote) result += c;
    result += c;
  }
  result += quote;
  // A backslash is a letter only while the server says so; an E string says it itself.
  const bool backslash = quote == '\'' && value.find('\\') != std::string::npos;
  if (!backslash) return result;
  std::string escaped = " E";
  for (const char c : result) escaped += c == '\\' ? std::string("\\\\") : std::string(1, c);
  return escaped;
}

// The name in :name, :'name' or :"name"; nothing for anything else behind a colon.
std::string_view name_in(const Token& token) {
  switch (token.kind) {
    case TokenKind::word: return token.text;
    case TokenKind::string:
    case TokenKind::quoted_identifier: {
      const bool plain = token.text.size() > 2 && (token.text.front() == '\'' || token.text.front() == '"');
      return plain ? token.text.substr(1, token.text.size() - 2) : std::string_view{};
    }
    default: return {};
  }
}

}  // namespace

FilledIn::FilledIn(std::string_view text, const Variables& variables, bool standard_conforming_strings) {
  Scanner scanner(text);
  scanner.set_standard_conforming_strings(standard_conforming_strings);
  std::size_t copied = 0;
  const auto offset_of = [&](const Token& token) {
    return static_cast<std::size_t>(token.text.data() - text.data());
  };
  Token token = scanner.next();
  while (token.kind != TokenKind::end) {
    const Token before = std::exchange(token, scanner.next());
    const std::size_t colon = offset_of(before);
    if (before.text != ":" || offset_of(token) != colon + 1) continue;
    if (token.text == ":") {  // a cast
      token = scanner.next();
      continue;
    }
    const std::string_view name = name_in(token);
    const auto variable = name.empty() ? variables.end() : variables.find(name);
    if (variable == variables.end()) continue;
    const char first = token.text.front();
    const std::string value =
        first == '\'' || first == '"' ? quoted(variable->second, first) : variable->second;
    sql_.append(text.substr(copied, colon - copied));
    replace(text.substr(colon, token.text.size() + 1), value, colon);
    copied = colon + 1 + token.text.size();
    token = scanner.next();
  }
  sql_.append(text.substr(copied));
}

void FilledIn::replace(std::string_view written, const std::string& value, std::size_t in_text) {
  anchors_.push_back({sql_.size(), sql_.size() + value.size(), in_text, in_text + written.size()});
  sql_.append(value);
}

std::size_t FilledIn::offset_in_text(std::size_t offset_in_sql) const {
  std::size_t result = offset_in_sql;
  for (const Anchor& anchor : anchors_) {
    if (offset_in_sql < anchor.in_sql) break;
    const bool in_value = offset_in_sql < anchor.behind_value;
    result = in_value ? anchor.in_text : anchor.behind_name + (offset_in_sql - anchor.behind_value);
  }
  return result;
}

}  // namespace runner
