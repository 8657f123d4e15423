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

/// Opens a file that the file "from" names. Throws Error(source) without a place.
enum class Content { sql, rows };
using OpenFile = std::function<SourceFile(const std::string& from, const std::string& name, Content content)>;

/// Told, in the order of the script, of what it does between its statements.
struct BetweenStatements {
  std::function<void(const std::string& line)> echo = [](const std::string&) {};   ///< a line to show
  std::function<void(std::string_view command)> change = [](std::string_view) {};  ///< a \set or \unset
};

/// Reads the statements that a script sends, one by one, with their variables filled in, through the files
/// that it includes, and with the rows that it copies. Throws Error(source), with the place, at a psql
/// command that cannot run, and where files include each other, or variables grow, without end.
class ScriptReader {
 public:
  ScriptReader(
      SourceFile main, Variables variables, OpenFile open, BetweenStatements between = {}, Heed heed = [] {});
  ScriptReader(const ScriptReader&) = delete;
  ScriptReader& operator=(const ScriptReader&) = delete;

  std::optional<ScriptStatement> next();

  /// The files that were opened, in order.
  [[nodiscard]] const std::list<SourceFile>& opened() const noexcept { return opened_; }
  /// The variables that were used up to now.
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
