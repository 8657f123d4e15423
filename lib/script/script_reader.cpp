#include "script_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sql/comments.hpp"
#include "text/location.hpp"

namespace runner {
namespace {

// Files that include the next one twice would be read without end.
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostFiles = 10'000;

Place place_in(const SourceFile& file, std::size_t offset) {
  return place_at(file.path, file.text.view(), offset);
}

std::size_t offset_in(const SourceFile& file, std::string_view part) {
  return static_cast<std::size_t>(part.data() - file.text.view().data());
}

// Whether there are only blanks before it on its line.
bool begins_line(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t last = before.find_last_not_of(" \t\f\r");
  return last == std::string_view::npos || before[last] == '\n';
}

// Offset of the start of a line, counted from 1 at the line that this offset stands in.
std::size_t offset_of_line(std::string_view text, std::size_t from, std::size_t number) {
  for (std::size_t line = 1; line < number && from < text.size(); ++line) {
    from = std::min(text.find('\n', from), text.size() - 1) + 1;
  }
  return from;
}

// The body of a DO: its first string that is not the name of a language. Empty when there is none.
std::string_view body_of(std::string_view statement) {
  Scanner scanner(statement);
  Token before;
  Token token = scanner.next();
  while (token.kind != TokenKind::end) {
    const bool names_language =
        before.kind == TokenKind::word && equals_ignoring_case(before.text, "language");
    if (token.kind == TokenKind::string && !names_language) return token.text;
    before = std::exchange(token, scanner.next());
  }
  return {};
}

// Whether the comments are those that are written, each where it was.
bool keeps_comments(std::string_view written, const FilledIn& filled_in) {
  std::vector<std::size_t> offsets = comment_offsets(filled_in.sql());
  for (std::size_t& offset : offsets) offset = filled_in.offset_in_text(offset);
  return offsets == comment_offsets(written);
}

const char* hint_for(std::string_view command) {
  if (command == "c" || command == "connect")
    return "Every file runs in the one database that runner is connected to.";
  if (command == "if" || command == "elif" || command == "else" || command == "endif") {
    return "Decide in SQL instead, for example in a DO block.";
  }
  if (command == "!") return "A file runs only SQL.";
  if (command == "getenv" || command == "prompt") return "Give the value with --set NAME=value.";
  if (command.empty())
    return "Outside of quotes a backslash begins a psql command; a statement ends with a plain \";\".";
  if (command.starts_with("g"))
    return "Run the statements themselves, or build them in a DO block with EXECUTE.";
  return "Remove the line, or run the file with psql.";
}

}  // namespace

Text ScriptItem::rows_text() const { return rows_file->text.part(offset_in(*rows_file, rows), rows.size()); }

std::string_view ScriptItem::sql() const noexcept {
  return filled_in ? std::string_view(filled_in->sql()) : written();
}

std::string_view ScriptItem::written() const noexcept {
  return text.empty() ? statement.text : std::string_view(text);
}

Place ScriptItem::place_in_sql(std::size_t offset) const {
  if (!text.empty()) return beginning();
  return place_in(*file, statement.offset + (filled_in ? filled_in->offset_in_text(offset) : offset));
}

Place ScriptItem::place_of_character(std::size_t number) const {
  return place_in_sql(offset_of_character(sql(), number));
}

Place ScriptItem::beginning() const {
  const std::string_view whole = file->text.view();
  return begins_line(whole, statement.offset) ? line_at(file->path, whole, statement.offset)
                                              : place_in(*file, statement.offset);
}

Place ScriptItem::place_in_body(std::size_t line) const {
  const std::string_view body = body_of(statement.text);
  if (body.empty()) return beginning();
  const std::string_view whole = file->text.view();
  const auto in_statement = static_cast<std::size_t>(body.data() - statement.text.data());
  return line_at(file->path, whole, offset_of_line(whole, statement.offset + in_statement, line));
}

// Rows may be in any encoding: a line that a terminal could not print is not shown.
Place ScriptItem::place_of_row(std::size_t number) const {
  const std::string_view whole = rows_file->text.view();
  Place place = line_at(rows_file->path, whole, offset_of_line(whole, offset_in(*rows_file, rows), number));
  if (first_bad_byte(place.excerpt)) place.excerpt.clear();
  return place;
}

ScriptReader::ScriptReader(SourceFile main, Variables variables, OpenFile open, Heed heed)
    : main_(std::move(main)),
      variables_(std::move(variables)),
      open_(std::move(open)),
      heed_(std::move(heed)) {
  for (const auto& [name, variable] : variables_) size_of_values_ += variable.value.size();
  levels_.push_back(
      {&main_, StatementReader(main_.text, DirectivesAllowed::at_the_top, &main_.rows_may_end)});
}

std::optional<ScriptItem> ScriptReader::next() {
  while (!levels_.empty()) {
    heed_();
    StatementReader& reader = levels_.back().reader;
    const bool in_statement = reader.stopped_at_psql_command();
    const auto statement = reader.next();
    if (!statement) {
      levels_.pop_back();
      continue;
    }
    const bool commands = statement->kind == StatementKind::psql_command;
    auto item = commands ? obey(*statement, in_statement) : item_of(*statement);
    if (item) return item;
  }
  return std::nullopt;
}

// Nothing when the values of its variables leave nothing of the statement.
std::optional<ScriptItem> ScriptReader::item_of(const Statement& statement) {
  std::optional<FilledIn> filled_in = fill_in(statement);
  const auto read = filled_in ? read_filled_in(statement, *filled_in) : statement;
  if (!read) return std::nullopt;
  const bool secret = filled_in && any_secret(filled_in->used(), variables_);
  ScriptItem item{.statement = *read,
                  .file = levels_.back().file,
                  .filled_in = std::move(filled_in),
                  .secret = secret,
                  .text = {},
                  .rows = read->rows};
  if (read->kind == StatementKind::copy_from_stdin) {
    item.kind = ItemKind::copy;
    item.rows_file = item.file;
  }
  return item;
}

// Nothing for a statement in which there is nothing to fill in.
std::optional<FilledIn> ScriptReader::fill_in(const Statement& statement) {
  const bool asks = statement.text.find("{?") != std::string_view::npos;
  if ((variables_.empty() && !asks) || statement.kind == StatementKind::unterminated) return std::nullopt;
  try {
    FilledIn filled_in(statement.text, variables_);
    used_.insert(filled_in.used().begin(), filled_in.used().end());
    return filled_in.changed() ? std::optional(std::move(filled_in)) : std::nullopt;
  } catch (const Error& error) {
    throw with_place(error, statement);
  }
}

// The statement as its values make it: of which kind it is, and whether there are rows below it. psql
// passes over one that they empty.
std::optional<Statement> ScriptReader::read_filled_in(const Statement& statement, const FilledIn& filled_in) {
  const auto refused = [&](const char* becomes) {
    return with_place(
        Error(ErrorKind::source, fmt::format("the values of its variables make this {}", becomes))
            .hint("A value may be part of one statement only: write the rest into the file."),
        statement);
  };
  StatementReader& written = levels_.back().reader;
  if (!keeps_comments(statement.text, filled_in)) {
    throw with_place(
        Error(ErrorKind::source, "the value of a variable begins a comment in this statement")
            .hint("The rest of the line would be ignored: remove \"--\" and \"/*\" from the value."),
        statement);
  }
  const std::string& sql = filled_in.sql();
  StatementReader reader(sql);
  const auto only = reader.next();
  if (!only) return std::nullopt;
  if (!only->rows.empty() || reader.next()) throw refused("more than one statement");
  const bool copied = statement.kind == StatementKind::copy_from_stdin;
  const bool copies = only->kind == StatementKind::copy_from_stdin;
  if (copied && !copies) throw refused("something else than a COPY … FROM STDIN");
  Statement read = statement;
  read.kind = only->kind;
  return copies && !copied ? written.with_rows(read) : read;
}

// What a psql command does here; nothing for one that is over when it has been read.
std::optional<ScriptItem> ScriptReader::obey(const Statement& command, bool in_statement) {
  const std::string_view name = name_of_psql_command(command.text);
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  // psql would continue the statement after the line; only \g and its kind end it.
  if (in_statement && !name.starts_with("g")) {
    throw with_place(
        Error(ErrorKind::source, fmt::format("psql command \"\\{}\" is in the middle of a statement", name))
            .hint("End the statement before it with \";\"."),
        command);
  }
  try {
    if (is({"restrict", "unrestrict", "."})) return std::nullopt;
    if (equals_ignoring_case(name, "copy")) return copy_of(command);
    if (is({"i", "include", "ir", "include_relative"})) return include(command), std::nullopt;
    if (is({"set", "unset"})) return set_variable(command);
    if (is({"echo"})) return echo_of(command);
  } catch (const Error& error) {
    throw with_place(error, command);
  }
  throw with_place(Error(ErrorKind::source, fmt::format("psql command \"\\{}\" cannot run here", name))
                       .hint(hint_for(name)),
                   command);
}

PsqlCommand ScriptReader::parse(std::string_view line) {
  PsqlCommand command = parse_psql_command(line, variables_);
  used_.insert(command.used.begin(), command.used.end());
  return command;
}

// In psql -n leaves the line open. Here progress follows below it: every line ends.
ScriptItem ScriptReader::echo_of(const Statement& command) {
  PsqlCommand parsed = parse(command.text);
  // As it is written: '-n' in quotes or from a variable is a word like any other.
  const std::string_view words = trimmed(command.text.substr(1 + parsed.name.size()));
  if (words.substr(0, words.find_first_of(" \t")) == "-n") parsed.arguments.erase(parsed.arguments.begin());
  return ScriptItem{.kind = ItemKind::echo,
                    .statement = command,
                    .file = levels_.back().file,
                    .filled_in = {},
                    .secret = any_secret(parsed.used, variables_),
                    .text = fmt::format("{}", fmt::join(parsed.arguments, " ")),
                    .rows = {}};
}

ScriptItem ScriptReader::copy_of(const Statement& command) {
  CopyCommand copy = parse_copy_command(command.text);
  ScriptItem item{.kind = ItemKind::copy,
                  .statement = command,
                  .file = levels_.back().file,
                  .filled_in = {},
                  .text = std::move(copy.sql),
                  .rows = {}};
  item.statement.kind = StatementKind::copy_from_stdin;
  if (copy.file) {
    item.rows_file = &open(*copy.file, Content::rows);
    item.rows = item.rows_file->text.view();
  } else {
    item.rows_file = item.file;
    item.rows = levels_.back().reader.take_rows();
  }
  return item;
}

// What is made of a secret is one itself.
ScriptItem ScriptReader::set_variable(const Statement& line) {
  const PsqlCommand command = parse(line.text);
  if (command.arguments.empty())
    throw Error(ErrorKind::source, fmt::format("\\{} needs a name", command.name));
  ScriptItem item{.kind = ItemKind::set,
                  .statement = line,
                  .file = levels_.back().file,
                  .filled_in = {},
                  .text = {},
                  .rows = {}};
  const std::string& name = command.arguments.front();
  if (command.name == "unset") {
    unset_variable(name);
    return item;
  }
  require_variable_name(name, ErrorKind::source);
  Variable variable({}, any_secret(command.used, variables_));
  for (std::size_t i = 1; i < command.arguments.size(); ++i) variable.value += command.arguments[i];
  unset_variable(name);
  size_of_values_ += variable.value.size();
  if (size_of_values_ > kMostOfValues) throw values_too_long();
  variables_.emplace(name, std::move(variable));
  return item;
}

void ScriptReader::unset_variable(const std::string& name) {
  const auto variable = variables_.find(name);
  if (variable == variables_.end()) return;
  size_of_values_ -= variable->second.value.size();
  variables_.erase(variable);
}

void ScriptReader::include(const Statement& command) {
  // psql passes over semicolons at the end of these lines.
  const std::string_view line = trimmed(command.text);
  const PsqlCommand parsed = parse(line.substr(0, line.find_last_not_of(';') + 1));
  if (parsed.arguments.size() != 1)
    throw Error(ErrorKind::source, fmt::format("\\{} needs one file name", parsed.name));
  if (levels_.size() > kDeepest)
    throw Error(ErrorKind::source, fmt::format("files include each other more than {} deep", kDeepest))
        .hint("Include them from fewer levels.");
  const SourceFile& file = open(parsed.arguments.front(), Content::sql);
  const bool cycle = std::any_of(levels_.begin(), levels_.end(),
                                 [&](const Level& level) { return level.file->path == file.path; });
  if (cycle) {
    std::string chain;
    for (const Level& level : levels_) chain += level.file->path + " → ";
    throw Error(ErrorKind::source, fmt::format("\"{}\" includes itself", file.path))
        .detail(chain + file.path);
  }
  levels_.push_back({&file, StatementReader(file.text, DirectivesAllowed::nowhere, &file.rows_may_end)});
}

const SourceFile& ScriptReader::open(const std::string& name, Content content) {
  if (!open_) throw Error(ErrorKind::source, fmt::format("\"{}\" cannot be read from here", name));
  if (opened_.size() == kMostFiles)
    throw Error(ErrorKind::source, fmt::format("the script reads more than {} files", kMostFiles))
        .hint("A file that is included twice counts twice, and so do those that it includes.");
  return opened_.emplace_back(open_(levels_.back().file->path, name, content));
}

Error ScriptReader::with_place(const Error& error, const Statement& statement) const {
  return error.place() ? error : Error(error).at(place_in(*levels_.back().file, statement.offset));
}

}  // namespace runner
