#include "script_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sql/marked_comments.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

// Limits files that each include the next one twice: the reads double at every level.
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostFiles = 10'000;

Rows rows_in(const SourceFile& file, std::string_view rows) {
  return {file.text.part(offset_in(file.text.view(), rows), rows.size()), &file};
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

ScriptReader::ScriptReader(SourceFile main, Variables variables, OpenFile open, BetweenStatements between,
                           Heed heed)
    : main_(std::move(main)),
      variables_(std::move(variables)),
      open_(std::move(open)),
      between_(std::move(between)),
      heed_(std::move(heed)) {
  levels_.push_back(
      {&main_, StatementReader(main_.text, DirectivesAllowed::at_the_top, &main_.rows_may_end)});
}

std::optional<ScriptStatement> ScriptReader::next() {
  while (!levels_.empty()) {
    heed_();
    const SourceFile& file = *levels_.back().file;
    StatementReader& reader = levels_.back().reader;
    const bool in_statement = reader.stopped_at_psql_command();
    const auto read = reader.next();
    if (!read) {
      levels_.pop_back();
      continue;
    }
    try {
      const bool commands = read->kind == StatementKind::psql_command;
      auto statement = commands ? obey(*read, in_statement) : with_values(*read);
      if (statement) return statement;
    } catch (const Error& error) {
      if (error.place()) throw;
      throw Error(error).at(file.place_of(read->offset));
    }
  }
  return std::nullopt;
}

// Nothing when the values make the statement empty: psql skips it, too. Values may also turn it into a COPY
// with rows below it.
std::optional<ScriptStatement> ScriptReader::with_values(const Statement& written) {
  ScriptStatement result{.statement = written, .file = levels_.back().file};
  Statement& statement = result.statement;
  result.filled_in = variables_.fill_in(written);
  if (result.filled_in) {
    const auto kind = kind_with_values(written, *result.filled_in);
    if (!kind) return std::nullopt;
    statement.kind = *kind;
    if (*kind == StatementKind::copy_from_stdin && *kind != written.kind)
      statement = levels_.back().reader.with_rows(statement);
    result.secret = variables_.any_secret(result.filled_in->used());
  }
  if (statement.kind == StatementKind::copy_from_stdin) result.rows = rows_in(*result.file, statement.rows);
  return result;
}

// The statement that a psql command sends. Nothing for a command that sends none.
std::optional<ScriptStatement> ScriptReader::obey(const Statement& command, bool in_statement) {
  const std::string_view name = name_of_psql_command(command.text);
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  // psql would continue the statement after the line. Only \g and its variants end it.
  if (in_statement && !name.starts_with("g")) {
    throw Error(ErrorKind::source, fmt::format("psql command \"\\{}\" is in the middle of a statement", name))
        .hint("End the statement before it with \";\".");
  }
  if (equals_ignoring_case(name, "copy")) return client_copy(command);
  if (is({"i", "include", "ir", "include_relative"})) {
    include(command.text);
  } else if (is({"set", "unset"})) {
    variables_.change(variables_.parse(command.text));
    between_.change(command.text);
  } else if (is({"echo"})) {
    between_.echo(echoed_by(command.text));
  } else if (!is({"restrict", "unrestrict", "."})) {
    throw Error(ErrorKind::source, fmt::format("psql command \"\\{}\" cannot run here", name))
        .hint(hint_for(name));
  }
  return std::nullopt;
}

// psql's -n omits the line end. runner always writes it, because progress follows on the next line.
std::string ScriptReader::echoed_by(std::string_view command) {
  PsqlCommand parsed = variables_.parse(command);
  // Checks the line as written: '-n' in quotes or from a variable is an ordinary word.
  const std::string_view words = trimmed(command.substr(1 + parsed.name.size()));
  if (first_word(words) == "-n") parsed.arguments.erase(parsed.arguments.begin());
  return fmt::format("{}", fmt::join(parsed.arguments, " "));
}

ScriptStatement ScriptReader::client_copy(const Statement& command) {
  CopyCommand copy = parse_copy_command(command.text);
  Level& level = levels_.back();
  ScriptStatement statement{.statement = command, .file = level.file, .copy = std::move(copy.sql)};
  statement.statement.kind = StatementKind::copy_from_stdin;
  if (copy.file) {
    const SourceFile& file = open(*copy.file, Content::rows);
    statement.rows = Rows{file.text, &file};
  } else {
    statement.rows = rows_in(*level.file, level.reader.take_rows());
  }
  return statement;
}

void ScriptReader::include(std::string_view command) {
  // psql ignores semicolons at the end of these lines.
  const std::string_view line = trimmed(command);
  const PsqlCommand parsed = variables_.parse(line.substr(0, line.find_last_not_of(';') + 1));
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

}  // namespace runner
