#include "variable_scope.hpp"

#include <fmt/format.h>

#include <utility>

#include "sql/comments.hpp"

namespace runner {
namespace {

// Whether filling in neither added, removed nor moved a comment.
bool keeps_comments(std::string_view written, const FilledIn& filled_in) {
  std::vector<std::size_t> offsets = comment_offsets(filled_in.sql());
  for (std::size_t& offset : offsets) offset = filled_in.offset_in_text(offset);
  return offsets == comment_offsets(written);
}

Error made_by_values(std::string_view what) {
  return Error(ErrorKind::source, fmt::format("the values of its variables make this {}", what))
      .hint("A value may be part of one statement only: write the rest into the file.");
}

}  // namespace

VariableScope::VariableScope(Variables variables) : variables_(std::move(variables)) {
  for (const auto& [name, variable] : variables_) size_ += variable.value.size();
}

std::optional<FilledIn> VariableScope::fill_in(const Statement& statement) {
  if (statement.kind == StatementKind::unterminated) return std::nullopt;
  if (variables_.empty() && statement.text.find("{?") == std::string_view::npos) return std::nullopt;
  FilledIn filled_in(statement.text, variables_);
  used_.insert(filled_in.used().begin(), filled_in.used().end());
  return filled_in.changed() ? std::optional(std::move(filled_in)) : std::nullopt;
}

PsqlCommand VariableScope::parse(std::string_view line) {
  PsqlCommand command = parse_psql_command(line, variables_);
  used_.insert(command.used.begin(), command.used.end());
  return command;
}

void VariableScope::change(const PsqlCommand& command) {
  if (command.arguments.empty())
    throw Error(ErrorKind::source, fmt::format("\\{} needs a name", command.name));
  const std::string& name = command.arguments.front();
  if (command.name == "unset") return unset(name);
  require_variable_name(name, ErrorKind::source);
  Variable variable({}, any_secret(command.used));
  for (std::size_t i = 1; i < command.arguments.size(); ++i) variable.value += command.arguments[i];
  unset(name);
  size_ += variable.value.size();
  if (size_ > kMostOfValues) throw values_too_long();
  variables_.emplace(name, std::move(variable));
}

void VariableScope::unset(const std::string& name) {
  const auto variable = variables_.find(name);
  if (variable == variables_.end()) return;
  size_ -= variable->second.value.size();
  variables_.erase(variable);
}

std::optional<StatementKind> kind_with_values(const Statement& written, const FilledIn& filled_in) {
  if (!keeps_comments(written.text, filled_in)) {
    throw Error(ErrorKind::source, "the value of a variable begins a comment in this statement")
        .hint("The rest of the line would be ignored: remove \"--\" and \"/*\" from the value.");
  }
  StatementReader reader(filled_in.sql());
  const auto only = reader.next();
  if (!only) return std::nullopt;
  if (!only->rows.empty() || reader.next()) throw made_by_values("more than one statement");
  const bool copies = only->kind == StatementKind::copy_from_stdin;
  if (written.kind == StatementKind::copy_from_stdin && !copies)
    throw made_by_values("something else than a COPY … FROM STDIN");
  return only->kind;
}

}  // namespace runner
