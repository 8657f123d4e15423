#include "do_body.hpp"

#include <algorithm>
#include <utility>

#include "token_reader.hpp"
#include "token_value.hpp"

namespace runner {
namespace {

using Statements = std::vector<std::string>;

bool is_any(const Token& token, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return is_word(token, word); });
}

// These are plain SQL up to the semicolon. EXECUTE in them belongs to a trigger or a privilege.
bool begins_plain_sql(const Token& token) {
  return is_any(token, {"alter", "comment", "create", "drop", "grant", "merge", "revoke", "truncate"});
}

// The result of format(). Nothing when it inserts SQL with "%s".
std::optional<std::string> formatted(std::string_view format) {
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') {
      text += format[at];
      continue;
    }
    at = format.find_first_not_of("0123456789$-", at + 1);
    const char kind = at < format.size() ? format[at] : 's';
    if (kind != 'I' && kind != 'L' && kind != '%') return std::nullopt;
    text += kind == '%' ? "%" : kind == 'I' ? "x" : "'x'";
  }
  return text;
}

void skip_to_closing_parenthesis(TokenReader& reader) {
  for (std::size_t depth = 1; depth > 0 && !reader.at_end();) {
    if (reader.take('(')) {
      ++depth;
    } else if (reader.take(')')) {
      --depth;
    } else {
      reader.skip();
    }
  }
}

// The SQL after EXECUTE, if it is one string with nothing joined to it.
std::optional<std::string> executed_sql(TokenReader& reader) {
  const bool formats = reader.take({"format"}) && reader.take('(');
  if (reader.peek().kind != TokenKind::string) return std::nullopt;
  const std::string text = unquoted(reader.peek());
  if (text.find('\\') != std::string::npos) return std::nullopt;
  reader.skip();
  if (formats && reader.take(',')) {
    skip_to_closing_parenthesis(reader);
  } else if (formats && !reader.take(')')) {
    return std::nullopt;
  }
  if (!reader.at_end() && !is_any(reader.peek(), {"into", "using"})) return std::nullopt;
  return formats ? formatted(text) : text;
}

bool add_statements_of(std::string_view code, Statements& statements);

// False when runner cannot see what the statement runs.
bool add_statement(std::string_view statement, Statements& statements) {
  statements.emplace_back(statement);
  TokenReader reader(statement);
  if (reader.take({"do"})) return false;
  if (begins_plain_sql(reader.peek())) return true;
  while (!reader.at_end()) {
    if (reader.take({"execute"})) {
      const auto sql = executed_sql(reader);
      if (!sql || !add_statements_of(*sql, statements)) return false;
    } else {
      reader.skip();
    }
  }
  return true;
}

// Splits the code into its statements.
bool add_statements_of(std::string_view code, Statements& statements) {
  const char* begin = nullptr;
  bool plain_sql = false;
  Scanner scanner(code);
  for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) {
    if (token.kind == TokenKind::unterminated || token.kind == TokenKind::backslash) return false;
    const bool cut = token.kind == TokenKind::semicolon ||
                     (!plain_sql && is_any(token, {"begin", "declare", "else", "loop", "then"}));
    if (!cut && begin == nullptr) {
      begin = token.text.data();
      plain_sql = begins_plain_sql(token);
    } else if (cut && begin != nullptr) {
      if (!add_statement({begin, token.text.data()}, statements)) return false;
      begin = nullptr;
      plain_sql = false;
    }
  }
  return begin == nullptr || add_statement({begin, code.data() + code.size()}, statements);
}

}  // namespace

std::string_view body_of_do(std::string_view statement) {
  TokenReader reader(statement);
  while (!reader.at_end() && reader.peek().kind != TokenKind::string) {
    reader.take({"language"});
    reader.skip();
  }
  return reader.peek().text;
}

std::optional<Statements> statements_in_body(std::string_view string) {
  Statements statements;
  const std::string code = unquoted({TokenKind::string, string});
  return add_statements_of(code, statements) ? std::optional(std::move(statements)) : std::nullopt;
}

}  // namespace runner
