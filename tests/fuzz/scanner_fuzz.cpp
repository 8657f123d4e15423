// tests/fuzz/run runs this with libFuzzer. Whatever the text, the SQL reader neither crashes nor hangs, loses
// no part of the text, and refuses with a place.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "script/script.hpp"
#include "sql/statement.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

using namespace runner;

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

// Nothing but white space, comments and semicolons.
bool is_empty_sql(std::string_view gap) {
  Scanner scanner(gap);
  Token token = scanner.next();
  while (token.kind == TokenKind::semicolon) token = scanner.next();
  return token.kind == TokenKind::end;
}

// A comment in a place where it is not allowed. It is part of a gap.
bool is_refused_comment(StatementKind kind) {
  return kind == StatementKind::late_directive || kind == StatementKind::down_section;
}

// Rows are whole lines after the statement, up to "\." or the end of the text.
std::size_t end_of_rows(std::string_view text, const Statement& statement) {
  const std::size_t behind = statement.offset + statement.text.size();
  const std::size_t start = offset_in(text, statement.rows);
  require(start >= behind && start + statement.rows.size() <= text.size(), "rows stand behind their COPY");
  require(start == text.size() || text[start - 1] == '\n', "rows begin with a line");
  const std::size_t end = start + statement.rows.size();
  const std::string_view rest = text.substr(end);
  require(rest.empty() || rest == "\\." || rest.starts_with("\\.\n"), "rows end at \\.");
  return rest.empty() ? end : end + 2;
}

void statements_and_gaps_cover(std::string_view text) {
  StatementReader reader(text);
  std::size_t done = 0;
  while (const auto statement = reader.next()) {
    if (statement->kind == StatementKind::text_behind_copy) return;
    require(!statement->text.empty(), "a statement has text");
    require(statement->offset == offset_in(text, statement->text), "the offset is that of the text");
    require(statement->offset >= done, "statements do not overlap");
    require(statement->offset + statement->text.size() <= text.size(), "statements stand in the script");
    if (statement->kind == StatementKind::unterminated) {
      // It begins at its quote and includes the rest of the text.
      require(statement->offset + statement->text.size() == text.size(),
              "what is never closed goes to the end");
      require(!reader.next(), "nothing follows what is never closed");
      return;
    }
    require(is_empty_sql(text.substr(done, statement->offset - done)), "a gap holds no SQL");
    if (is_refused_comment(statement->kind)) continue;
    done = statement->offset + statement->text.size();
    if (statement->kind == StatementKind::copy_from_stdin) {
      const std::string_view between = text.substr(done, offset_in(text, statement->rows) - done);
      const bool refused = !is_empty_sql(between) || between.find("\\.") != std::string_view::npos;
      if (refused) return;
      done = end_of_rows(text, *statement);
    }
  }
  require(is_empty_sql(text.substr(done)), "nothing is left behind the last statement");
}

SourceFile open_any(const std::string& from, const std::string& name, Content content) {
  if (name.size() > 8) throw Error(ErrorKind::source, "no such file");
  if (content == Content::rows) return {name, Text("1\n2\n")};
  return {name, Text(from.size() > 1 ? "\\i b\nselect :a;" : "select ':a', :a;\n\\set b :'a'\n")};
}

void places_are_known(const Script& script) {
  ScriptStatements items(script);
  std::size_t count = 0;
  while (const auto item = items.next()) {
    ++count;
    for (const std::size_t number : {std::size_t{1}, item->sql().size(), item->sql().size() + 9}) {
      (void)item->place_of_character(number);
      (void)item->place_in_body(number);
      if (item->rows) (void)item->rows->place_of(number);
    }
  }
  require(count == script.statement_count, "the statements that run are those that were counted");
}

void a_script_is_read_or_refused(std::string_view text) {
  const Surroundings surroundings{{{"a", "1"}, {"v", "it's \\"}, {"q", "'"}, {"s", "select 1;"}, {"w", ""}},
                                  open_any};
  std::optional<Script> script;
  try {
    script = check_script("fuzz.sql", Text(std::string(text)), surroundings);
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::source, "a script is refused as a source");
    require(error.place().has_value() && error.place()->line > 0, "a refusal has a place");
    return;
  }
  places_are_known(*script);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  if (!first_bad_byte(text)) statements_and_gaps_cover(normalized(Text(text)).view());
  a_script_is_read_or_refused(text);
  return 0;
}
