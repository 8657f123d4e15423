#include "directive.hpp"

#include <fmt/format.h>

#include "sql/marked_comments.hpp"
#include "sql/scanner.hpp"
#include "text/location.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

struct Line {
  const std::string& path;
  std::string_view text;   // the whole script, to show the place
  std::size_t offset = 0;  // of the directive's first word
  std::string_view name;
  std::string_view value;
};

std::string_view before_first_statement(std::string_view text) {
  Scanner scanner(text);
  Token token = scanner.next();
  while (token.kind == TokenKind::semicolon) token = scanner.next();
  return text.substr(0, offset_in(text, token.text));
}

// Recognizes the spellings of other tools.
bool asks_for_no_transaction(std::string_view words) {
  for (const std::string_view other : {"+goose no transaction", "! no-transaction",
                                       "migrate:up transaction:false", "+migrate up notransaction"}) {
    if (equals_ignoring_case(words, other)) return true;
  }
  return false;
}

Error bad_directive(const Line& line, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at(place_at(line.path, line.text, line.offset));
}

void require_first(const Line& line, bool first) {
  if (!first) throw bad_directive(line, fmt::format("the directive \"{}\" is given twice", line.name));
}

Milliseconds duration_of(const Line& line) {
  const auto duration = parse_duration(lower_case(line.value));
  if (duration) return *duration;
  throw bad_directive(line, fmt::format("\"{}\" needs a duration, not \"{}\"", line.name, line.value))
      .hint("Write a number and a unit: 500ms, 10s, 15min, 1h; or 0 for no limit.");
}

std::string reason_of(const Line& line) {
  const std::string_view value = line.value;
  const bool quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  const std::string_view reason = quoted ? trimmed(value.substr(1, value.size() - 2)) : std::string_view();
  if (!reason.empty()) return std::string(reason);
  throw bad_directive(line, "\"irreversible\" needs a reason in double quotes")
      .hint("For example: -- runner: irreversible \"the old column's values are gone\"");
}

std::string_view secret_of(const Line& line) {
  if (is_variable_name(line.value)) return line.value;
  throw bad_directive(line, "\"secret\" needs the name of a variable")
      .hint("For example: -- runner: secret app_password");
}

void apply(Directives& directives, const Line& line) {
  const auto is = [&](std::string_view known) { return equals_ignoring_case(line.name, known); };
  if (is("no-transaction")) {
    require_first(line, !directives.no_transaction);
    if (!line.value.empty()) throw bad_directive(line, "\"no-transaction\" must be alone on its line");
    directives.no_transaction = true;
  } else if (is("lock-timeout")) {
    require_first(line, !directives.lock_timeout);
    directives.lock_timeout = duration_of(line);
  } else if (is("statement-timeout")) {
    require_first(line, !directives.statement_timeout);
    directives.statement_timeout = duration_of(line);
  } else if (is("irreversible")) {
    require_first(line, !directives.irreversible);
    directives.irreversible = reason_of(line);
  } else if (is("secret")) {
    require_first(line, directives.secrets.emplace(secret_of(line)).second);
  } else {
    throw bad_directive(line, fmt::format("unknown directive \"{}\"", line.name))
        .hint(fmt::format("Known are: {}.", fmt::join(kDirectives, ", ")));
  }
}

}  // namespace

Directives read_directives(const std::string& path, std::string_view text) {
  Directives directives;
  bool asked_otherwise = false;
  LineComments comments(before_first_statement(text));
  while (const auto comment = comments.next()) {
    if (asks_for_no_transaction(words_of(*comment))) asked_otherwise = true;
    const auto directive = directive_in(*comment);
    if (!directive) continue;
    const std::string_view name = first_word(*directive);
    const std::string_view value = trimmed(directive->substr(name.size()));
    apply(directives, {path, text, offset_in(text, *directive), name, value});
  }
  if (asked_otherwise) directives.no_transaction = true;
  return directives;
}

}  // namespace runner
