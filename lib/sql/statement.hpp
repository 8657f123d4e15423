#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "scanner.hpp"
#include "text/copy_terminators.hpp"
#include "text/text_window.hpp"

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
  unterminated,      ///< starts at a quote or comment that is never closed
  text_behind_copy,  ///< text after COPY … FROM STDIN on its line, where only rows may follow
  late_directive,    ///< a directive after the first statement, or in an included file
  down_section,      ///< the line that begins another tool's rollback section
};

/// One statement of a script, without its semicolon and without the comments around it.
struct Statement {
  StatementKind kind = StatementKind::ordinary;
  std::string_view text;
  std::size_t offset = 0;  ///< of the text in the script
  std::string_view rows;   ///< the lines below a COPY … FROM STDIN, up to "\.", never a copy
  std::shared_ptr<const void> keeper = {};  ///< keeps the text alive when it is a copy
};

/// Where a file may contain directives.
enum class DirectivesAllowed { at_the_top, nowhere };

/// Reads a script statement by statement. Copies only a file that other programs may change, a few statements
/// at a time.
class StatementReader {
 public:
  explicit StatementReader(std::string_view script,
                           DirectivesAllowed directives = DirectivesAllowed::at_the_top)
      : StatementReader(Text(nullptr, script), directives) {}
  /// rows_may_end comes from a scan of the whole text, if there was one.
  explicit StatementReader(const Text& script, DirectivesAllowed directives = DirectivesAllowed::at_the_top,
                           const CopyTerminatorPieces* rows_may_end = nullptr)
      : window_(script),
        scanner_(window_.bytes()),
        rows_may_end_(rows_may_end),
        directives_allowed_(directives == DirectivesAllowed::at_the_top) {}

  /// The next statement, or nothing at the end. Skips empty statements.
  std::optional<Statement> next();

  /// The COPY … FROM STDIN that was just read, with the lines below it as its rows. next() does this itself,
  /// unless only the values of variables make the statement a COPY … FROM STDIN.
  Statement with_rows(Statement copy);

  /// The rows of the \copy … from stdin that was just read: the lines from the next one on, up to "\." or the
  /// end.
  std::string_view take_rows();

  /// Whether a psql command ended the last statement, not a semicolon.
  [[nodiscard]] bool stopped_at_psql_command() const noexcept { return put_back_.has_value(); }

 private:
  std::optional<Statement> read_next();
  [[nodiscard]] bool ran_out() const noexcept;
  void see_more();
  void move_window(std::size_t from, std::size_t size);
  [[nodiscard]] std::size_t line_end_ahead();
  [[nodiscard]] std::size_t end_of_rows(std::size_t line_end);
  Token next_token();
  std::optional<Statement> refuse_gap_before(const Token& token);
  Statement read_from(Token token);
  [[nodiscard]] Statement statement(StatementKind kind, std::string_view text) const;

  TextWindow window_;  // the offsets below are relative to it
  Scanner scanner_;
  const CopyTerminatorPieces* rows_may_end_;
  std::optional<Token> put_back_;
  std::optional<Statement> behind_copy_;
  std::size_t gap_start_ = 0;
  bool directives_allowed_;
};

/// The kind of the statement that begins with these tokens, which leave out everything in parentheses. Reads
/// the whole text only where an option in parentheses decides.
[[nodiscard]] StatementKind classify(std::span<const Token> head, std::string_view text);

/// Whether the statement is a SET or RESET that lasts for the session. Does not see set_config().
[[nodiscard]] bool sets_session(std::string_view statement);

/// Whether the statement may release the session's locks: DISCARD ALL, or one that names
/// pg_advisory_unlock_all(). Does not see what a function in it calls.
[[nodiscard]] bool drops_session_locks(std::string_view statement);

/// The first parameter of a statement, as "$1"; empty when it has none.
[[nodiscard]] std::string_view parameter_in(std::string_view statement);

/// The statement's first line, cut to fit into a message.
[[nodiscard]] std::string summary_of(std::string_view statement);

}  // namespace runner
