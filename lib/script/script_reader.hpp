#pragma once

#include <functional>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "psql_command.hpp"
#include "sql/statement.hpp"
#include "sql/variables.hpp"
#include "text/text.hpp"

namespace runner {

/// A file that takes part in a script: its own, one that it includes, or one with rows.
struct SourceFile {
  std::string path;
  Text text;
  CopyTerminatorPieces rows_may_end = {};
};

/// Opens a file that the file "from" names. Throws Error(source) without a place.
enum class Content { sql, rows };
using OpenFile = std::function<SourceFile(const std::string& from, const std::string& name, Content content)>;

enum class ItemKind {
  statement,
  copy,  ///< a COPY … FROM STDIN with the rows to send after it
  echo,  ///< a line to show
  set,   ///< a variable has another value from here on
};

/// One thing that a script does. Points into the reader that it comes from.
struct ScriptItem {
  ItemKind kind = ItemKind::statement;
  Statement statement;                    ///< as written
  const SourceFile* file = nullptr;       ///< where it is written
  std::optional<FilledIn> filled_in;      ///< when it has variables
  bool secret = false;                    ///< one of them is
  std::string text;                       ///< the COPY that a \copy stands for, or the line to show
  std::string_view rows;                  ///< of the text itself: see rows_text()
  const SourceFile* rows_file = nullptr;  ///< where the rows are written

  /// The rows, to be read through a TextWindow.
  [[nodiscard]] Text rows_text() const;
  /// What the server is sent.
  [[nodiscard]] std::string_view sql() const noexcept;
  /// The same, but as it is written, with its variables.
  [[nodiscard]] std::string_view written() const noexcept;
  /// Where the byte at this offset of the SQL is written.
  [[nodiscard]] Place place_in_sql(std::size_t offset) const;
  /// Where the character with this number in the SQL is written.
  [[nodiscard]] Place place_of_character(std::size_t number) const;
  /// Where the statement begins: the line, and the column when something else is before it there.
  [[nodiscard]] Place beginning() const;
  /// Where this line of the body of the statement, a DO, is written.
  [[nodiscard]] Place place_in_body(std::size_t line) const;
  /// Where the row with this number is written.
  [[nodiscard]] Place place_of_row(std::size_t number) const;
};

/// Reads what a script does, item by item: statements with their variables filled in, through the
/// files that it includes, and the rows that it copies. Throws Error(source), with the place, at a
/// psql command that cannot run, and where files include each other, or variables grow, without end.
class ScriptReader {
 public:
  ScriptReader(
      SourceFile main, Variables variables, OpenFile open, Heed heed = [] {});
  ScriptReader(const ScriptReader&) = delete;
  ScriptReader& operator=(const ScriptReader&) = delete;

  std::optional<ScriptItem> next();

  /// The files that were opened, in order.
  [[nodiscard]] const std::list<SourceFile>& opened() const noexcept { return opened_; }
  /// The variables that were used up to now.
  [[nodiscard]] const VariableNames& used() const noexcept { return used_; }

 private:
  struct Level {
    const SourceFile* file;
    StatementReader reader;
  };

  std::optional<ScriptItem> obey(const Statement& command, bool in_statement);
  std::optional<ScriptItem> item_of(const Statement& statement);
  [[nodiscard]] std::optional<FilledIn> fill_in(const Statement& statement);
  std::optional<Statement> read_filled_in(const Statement& statement, const FilledIn& filled_in);
  [[nodiscard]] PsqlCommand parse(std::string_view line);
  ScriptItem echo_of(const Statement& command);
  ScriptItem copy_of(const Statement& command);
  ScriptItem set_variable(const Statement& line);
  void unset_variable(const std::string& name);
  void include(const Statement& command);
  const SourceFile& open(const std::string& name, Content content);
  [[nodiscard]] Error with_place(const Error& error, const Statement& statement) const;

  SourceFile main_;
  Variables variables_;
  std::size_t size_of_values_ = 0;
  OpenFile open_;
  Heed heed_;
  std::list<SourceFile> opened_;  // items point into it
  VariableNames used_;
  std::vector<Level> levels_;
};

}  // namespace runner
