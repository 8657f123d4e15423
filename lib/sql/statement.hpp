#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scanner.hpp"

namespace runner {

enum class StatementKind {
  ordinary,
  begin,     ///< BEGIN, START TRANSACTION
  commit,    ///< COMMIT, END
  rollback,  ///< ROLLBACK, ABORT; but ROLLBACK TO a savepoint is ordinary
  prepare_transaction,
  outside_transaction,  ///< the server refuses it inside a transaction block
  copy_from_stdin,
  copy_to_stdout,
  psql_command,
  unterminated,  ///< starts at a quote or comment that is never closed
};

/// One statement of a script, without its semicolon and without the comments around it.
struct Statement {
  StatementKind kind = StatementKind::ordinary;
  std::string_view text;
  std::size_t offset = 0;  ///< of the text in the script
};

/// Reads a script statement by statement. Needs no memory but the script's own.
class StatementReader {
 public:
  explicit StatementReader(std::string_view script) : script_(script), scanner_(script) {}

  /// The next statement, or nothing at the end. Empty statements are passed over.
  std::optional<Statement> next();

 private:
  Token next_token();
  Statement read_from(Token token);
  [[nodiscard]] Statement statement(StatementKind kind, std::string_view text) const;

  std::string_view script_;
  Scanner scanner_;
  std::optional<Token> put_back_;
};

/// What kind of statement begins with these tokens. They leave out what stands in parentheses;
/// the whole text is looked at only where an option in parentheses decides.
[[nodiscard]] StatementKind classify(std::span<const Token> head, std::string_view text);

/// What SET or RESET makes of standard_conforming_strings, if the statement is one.
[[nodiscard]] std::optional<bool> standard_conforming_strings_set_by(std::span<const Token> head);

/// Whether the statement is a SET or RESET that holds for the session. Does not see set_config().
[[nodiscard]] bool sets_session(std::string_view statement);

/// The statement's first line, cut to fit into a message.
[[nodiscard]] std::string summary_of(std::string_view statement);

}  // namespace runner
