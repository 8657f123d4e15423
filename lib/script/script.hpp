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
  std::size_t line = 0;   ///< where it stands; 0 when the directive asks for it
  std::string file = {};  ///< in which included file; empty when it stands in the script's own

  /// "line 3", or "line 3 of parts/index.sql".
  [[nodiscard]] std::string place() const;

  bool operator==(const OutsideReason&) const = default;
};

/// The SQL of one direction of a migration, or of a seed: read and checked, not yet run.
struct Script {
  std::string path;                   ///< as messages show it
  Text text;                          ///< what runs: UTF-8, no byte-order mark, LF
  CopyTerminatorPieces rows_may_end;  ///< in the text
  AwaitedChecksum checksum;           ///< of the text, and of the files that it names
  AwaitedChecksum raw_checksum;       ///< of the bytes on disk: differs for CRLF or a byte-order mark
  Directives directives;
  std::optional<OutsideReason> outside;    ///< set: no transaction around it
  bool wrapped = false;                    ///< it brings its own BEGIN … COMMIT around everything
  std::string begin = "BEGIN";             ///< how its transaction begins: its own words when wrapped
  std::size_t statement_count = 0;         ///< those that will be sent; a wrapping BEGIN and COMMIT are not
  Variables variables;                     ///< defined from outside
  VariableNames used = {};                 ///< those of them that it uses
  std::vector<SourceFile> included_files;  ///< the files that it includes or copies from, in order

  [[nodiscard]] bool in_transaction() const noexcept { return !outside; }
};

/// What a script may use from outside itself.
struct Surroundings {
  Variables variables;
  OpenFile open;  ///< empty: it may name no other file
  Heed heed = [] {};
};

/// Reads the script and checks all that can be known without a server. Throws Error(source) with
/// the place at text that is not UTF-8, an unknown directive, an open quote, a psql command or file
/// that cannot be used, or transaction control where it would break the run's own transaction.
[[nodiscard]] Script check_script(std::string path, const Text& raw, const Surroundings& surroundings = {});

/// How far a script has run that runs statement by statement.
struct ScriptProgress {
  std::size_t done = 0;                ///< statements that are certain to have run
  Checksum prefix = Checksum::of("");  ///< of those statements: tells whether they were edited
  bool may_stay = false;  ///< whether the next one ran outside of a transaction, and may have left something

  void advance(const ScriptStatement& statement);
};

/// The checksum of the first statements of a script alone, as ScriptProgress has it after them.
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
