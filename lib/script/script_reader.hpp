#pragma once

#include <functional>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "script_statement.hpp"
#include "variable_scope.hpp"

namespace runner {

enum class Content { sql, rows };
/// Opens a file that the file "from" names. Throws Error(source) without a place.
using OpenFile = std::function<SourceFile(const std::string& from, const std::string& name, Content content)>;

/// ScriptReader calls these for psql commands between statements, in the order of the script.
struct BetweenStatements {
  std::function<void(const std::string& line)> echo = [](const std::string&) {};   ///< a line to show
  std::function<void(std::string_view command)> change = [](std::string_view) {};  ///< a \set or \unset
};

/// Reads the statements that a script sends, one by one: with variables filled in, those of included files,
/// and with the rows to copy. Throws Error(source) with the place of a psql command that cannot run, or where
/// files include each other, or variables grow, without end.
class ScriptReader {
 public:
  ScriptReader(
      SourceFile main, Variables variables, OpenFile open, BetweenStatements between = {}, Heed heed = [] {});
  ScriptReader(const ScriptReader&) = delete;
  ScriptReader& operator=(const ScriptReader&) = delete;

  std::optional<ScriptStatement> next();

  /// The files opened so far, in order.
  [[nodiscard]] const std::list<SourceFile>& opened() const noexcept { return opened_; }
  /// The variables used so far.
  [[nodiscard]] const VariableNames& used() const noexcept { return variables_.used(); }

 private:
  struct Level {
    const SourceFile* file = nullptr;
    StatementReader reader;
  };

  std::optional<ScriptStatement> obey(const Statement& command, bool in_statement);
  std::optional<ScriptStatement> with_values(const Statement& written);
  [[nodiscard]] std::string echoed_by(std::string_view command);
  ScriptStatement client_copy(const Statement& command);
  void include(std::string_view command);
  const SourceFile& open(const std::string& name, Content content);

  SourceFile main_;
  VariableScope variables_;
  OpenFile open_;
  BetweenStatements between_;
  Heed heed_;
  std::list<SourceFile> opened_;  // statements point into it
  std::vector<Level> levels_;
};

}  // namespace runner
