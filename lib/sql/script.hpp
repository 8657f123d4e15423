#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "checksum.hpp"
#include "directive.hpp"
#include "statement.hpp"
#include "text.hpp"

namespace runner {

/// Why a script runs statement by statement instead of in one transaction.
struct OutsideReason {
  std::string statement;  ///< the statement that the server refuses in a transaction, shortened
  std::size_t line = 0;   ///< where it stands; 0 when the directive asks for it

  bool operator==(const OutsideReason&) const = default;
};

/// The SQL of one direction of a migration, or of a seed: read and checked, not yet run.
struct Script {
  std::string path;       ///< as messages show it
  Text text;              ///< what runs: UTF-8, no byte-order mark, LF
  Checksum checksum;      ///< of the text
  Checksum raw_checksum;  ///< of the bytes on disk: differs for CRLF or a byte-order mark
  Directives directives;
  std::optional<OutsideReason> outside;  ///< set: no transaction around it
  bool wrapped = false;                  ///< it brings its own BEGIN … COMMIT around everything
  std::string begin = "BEGIN";           ///< how its transaction begins: its own words when wrapped
  std::size_t statement_count = 0;       ///< those that will be sent; a wrapping BEGIN and COMMIT are not

  [[nodiscard]] bool in_transaction() const noexcept { return !outside; }
};

/// Reads the script and checks all that can be known without a server. Throws Error(source) with
/// the place at text that is not UTF-8, an unknown directive, an open quote, COPY from or to the
/// client, a psql command, or transaction control where it would break the run's own transaction.
[[nodiscard]] Script check_script(std::string path, Text raw);

/// How far a script has run that runs statement by statement.
struct Progress {
  std::size_t done = 0;                ///< statements that are certain to have run
  Checksum prefix = Checksum::of("");  ///< of those statements: tells whether they were edited

  void advance(const Statement& statement);
};

/// The checksum of the first statements of a script alone, as Progress has it after them.
[[nodiscard]] Checksum checksum_of_first(const Script& script, std::size_t statements);

/// Reads the statements of a checked script that are to be sent, in order.
class SentStatements {
 public:
  explicit SentStatements(const Script& script)
      : reader_(script.text.view()), skip_control_(script.wrapped) {}

  std::optional<Statement> next();

 private:
  StatementReader reader_;
  bool skip_control_;
};

}  // namespace runner
