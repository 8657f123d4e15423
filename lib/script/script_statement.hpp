#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "error.hpp"
#include "sql/statement.hpp"
#include "sql/variables.hpp"
#include "text/text.hpp"

namespace runner {

/// A file that takes part in a script: its own, one that it includes, or one with rows.
struct SourceFile {
  std::string path;
  Text text;
  CopyTerminatorPieces rows_may_end = {};

  /// The exact place of the byte at this offset.
  [[nodiscard]] Place place_of(std::size_t offset) const;
};

/// The lines that follow a COPY … FROM STDIN.
struct Rows {
  Text text;                         ///< to be read through a TextWindow
  const SourceFile* file = nullptr;  ///< of which the text is a part

  /// Where the row with this number is written.
  [[nodiscard]] Place place_of(std::size_t number) const;
};

/// A statement that a script sends, as it is written and as it is sent. Points into the reader that it comes
/// from.
struct ScriptStatement {
  Statement statement;                     ///< as written, but of the kind that its values make it
  const SourceFile* file = nullptr;        ///< where it is written
  std::optional<FilledIn> filled_in = {};  ///< when it has variables
  bool secret = false;                     ///< one of them is
  std::optional<std::string> copy = {};    ///< when it is written as a \copy: the COPY that this stands for
  std::optional<Rows> rows = {};           ///< of a COPY … FROM STDIN, to be sent after it

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
};

}  // namespace runner
