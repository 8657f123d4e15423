#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "directive.hpp"
#include "script_reader.hpp"
#include "sql/variables.hpp"
#include "text/awaited_checksum.hpp"
#include "text/checksum.hpp"
#include "text/text.hpp"

namespace runner {

/// Why a script runs statement by statement instead of in one transaction.
struct OutsideReason {
  std::string statement;  ///< the statement that the server refuses in a transaction, shortened
  std::size_t line = 0;   ///< the line of the statement; 0 when directive no-transaction is the reason
  std::string file = {};  ///< the included file with the statement; empty for the script's own file

  /// "line 3", or "line 3 of parts/index.sql".
  [[nodiscard]] std::string place() const;

  bool operator==(const OutsideReason&) const = default;
};

/// The SQL of one direction of a migration, or of a seed: read and checked, not yet run.
struct Script {
  std::string path;                   ///< as messages show it
  Text text;                          ///< the text that runs: UTF-8, no byte-order mark, LF
  CopyTerminatorPieces rows_may_end;  ///< where rows of a COPY may end in the text
  AwaitedChecksum checksum;           ///< of the text, and of the files that it names
  AwaitedChecksum raw_checksum;       ///< of the bytes on disk: differs for CRLF or a byte-order mark
  Directives directives;
  std::optional<OutsideReason> outside;    ///< set: runs without a transaction
  bool wrapped = false;                    ///< its own BEGIN … COMMIT is around all other statements
  std::string begin = "BEGIN";             ///< begins its transaction: its own statement when wrapped
  std::size_t statement_count = 0;         ///< without a wrapping BEGIN and COMMIT
  Variables variables;                     ///< defined outside of the script
  VariableNames used = {};                 ///< the names of those that the script uses
  std::vector<SourceFile> included_files;  ///< the files that it includes or copies from, in order

  [[nodiscard]] bool in_transaction() const noexcept { return !outside; }
};

/// What a script may use from outside itself.
struct Surroundings {
  Variables variables;
  OpenFile open;  ///< empty: the script may name no other file
  Heed heed = [] {};
};

/// Reads the script and checks all that can be known without a server. Throws Error(source) with the place of
/// text that is not UTF-8, an unknown directive, an open quote, a psql command or file that cannot be used,
/// or transaction control that would break the run's own transaction.
[[nodiscard]] Script check_script(std::string path, const Text& raw, const Surroundings& surroundings = {});

/// The progress of a script that runs statement by statement.
struct ScriptProgress {
  std::size_t done = 0;                ///< statements that have certainly run
  Checksum prefix = Checksum::of("");  ///< of those statements, to detect an edit
  bool may_stay = false;  ///< whether the next one ran outside of a transaction and may have left changes

  void advance(const ScriptStatement& statement);
};

/// The checksum of the first statements of a script, equal to ScriptProgress::prefix after them.
[[nodiscard]] Checksum checksum_of_first(const Script& script, std::size_t count);

/// Reads the statements of a checked script, in order, without the BEGIN and COMMIT that wrap it.
class ScriptStatements {
 public:
  explicit ScriptStatements(const Script& script, BetweenStatements between = {});

  std::optional<ScriptStatement> next();

 private:
  const Script& script_;
  std::size_t opened_ = 0;
  ScriptReader reader_;
};

}  // namespace runner
