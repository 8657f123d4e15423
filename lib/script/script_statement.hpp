#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "error.hpp"
#include "sql/statement.hpp"
#include "sql/variables.hpp"
#include "text/text.hpp"

namespace runner {

/// A file of a script: its own, one that it includes, or one with rows.
struct SourceFile {
  std::string path;
  Text text;
  CopyTerminatorPieces rows_may_end = {};

  /// The exact place of the byte at this offset.
  [[nodiscard]] Place place_of(std::size_t offset) const;
};

/// The rows of a COPY … FROM STDIN, which follow it or are in a file.
struct Rows {
  Text text;                         ///< read it through a TextWindow
  const SourceFile* file = nullptr;  ///< the file that contains the text

  /// The place of the row with this number.
  [[nodiscard]] Place place_of(std::size_t number) const;
};

/// A statement that a script sends, as written and as sent. Points into the reader that returned it.
struct ScriptStatement {
  Statement statement;                     ///< as written, but with the kind that its values give it
  const SourceFile* file = nullptr;        ///< the file that contains it
  std::optional<FilledIn> filled_in = {};  ///< set when it has variables
  bool secret = false;                     ///< whether one of its variables is secret
  std::optional<std::string> copy = {};    ///< when written as a \copy: the COPY to send instead
  std::optional<Rows> rows = {};           ///< to send after a COPY … FROM STDIN

  /// The SQL that runner sends.
  [[nodiscard]] std::string_view sql() const noexcept;
  /// The same SQL as written, with its variables not filled in.
  [[nodiscard]] std::string_view written() const noexcept;
  /// The place in a file of the byte at this offset of the SQL.
  [[nodiscard]] Place place_in_sql(std::size_t offset) const;
  /// The place in a file of the character with this number in the SQL.
  [[nodiscard]] Place place_of_character(std::size_t number) const;
  /// The place where the statement begins: the line, and the column if other text precedes it there.
  [[nodiscard]] Place beginning() const;
  /// The place of this line in the body of the statement, a DO.
  [[nodiscard]] Place place_in_body(std::size_t line) const;
};

}  // namespace runner
