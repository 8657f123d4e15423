#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "psql_command.hpp"
#include "sql/statement.hpp"
#include "sql/variables.hpp"

namespace runner {

/// The variables of a script at one point of it. Its functions throw Error(source) without a place.
class VariableScope {
 public:
  explicit VariableScope(Variables variables);

  /// The statement with its variables filled in; nothing when there is nothing to fill in.
  [[nodiscard]] std::optional<FilledIn> fill_in(const Statement& statement);
  /// The psql command on this line, with its variables filled in.
  [[nodiscard]] PsqlCommand parse(std::string_view line);
  /// Runs a \set or \unset. A value built from a secret is itself secret.
  void change(const PsqlCommand& command);

  /// Whether any of these variables is secret.
  [[nodiscard]] bool any_secret(const VariableNames& names) const {
    return runner::any_secret(names, variables_);
  }
  /// The variables used so far.
  [[nodiscard]] const VariableNames& used() const noexcept { return used_; }

 private:
  void unset(const std::string& name);

  Variables variables_;
  std::size_t size_ = 0;  // of all values together
  VariableNames used_;
};

/// The kind of a statement with its values filled in. Nothing when they make it empty. Throws Error(source)
/// without a place when they make it more than one statement, or begin a comment in it.
[[nodiscard]] std::optional<StatementKind> kind_with_values(const Statement& written,
                                                            const FilledIn& filled_in);

}  // namespace runner
