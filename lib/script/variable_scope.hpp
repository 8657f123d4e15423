#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "psql_command.hpp"
#include "sql/statement.hpp"
#include "sql/variables.hpp"

namespace runner {

/// The variables of a script as they are at one point of it. What it refuses it throws as Error(source)
/// without a place.
class VariableScope {
 public:
  explicit VariableScope(Variables variables);

  /// The statement with its variables filled in; nothing when there is nothing to fill in.
  [[nodiscard]] std::optional<FilledIn> fill_in(const Statement& statement);
  /// The psql command on this line, with its variables filled in.
  [[nodiscard]] PsqlCommand parse(std::string_view line);
  /// Does what a \set or \unset asks for. What is made of a secret is one itself.
  void change(const PsqlCommand& command);

  /// Whether one of these has a value that is secret.
  [[nodiscard]] bool any_secret(const VariableNames& names) const {
    return runner::any_secret(names, variables_);
  }
  /// The variables that were used up to now.
  [[nodiscard]] const VariableNames& used() const noexcept { return used_; }

 private:
  void unset(const std::string& name);

  Variables variables_;
  std::size_t size_ = 0;  // of the values together
  VariableNames used_;
};

/// Of which kind its values make a statement; nothing when they leave nothing of it. Throws Error(source)
/// without a place when they make it more than one statement, or begin a comment in it.
[[nodiscard]] std::optional<StatementKind> kind_with_values(const Statement& written,
                                                            const FilledIn& filled_in);

}  // namespace runner
