#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner.hpp"

namespace runner {

/// A name as the server reads it: without its quotes, or else in lower case.
struct ObjectName {
  std::string schema;  ///< empty when the statement gives none
  std::string name;
};

/// Walks through the tokens of one statement. A take…() that takes nothing does not move.
class TokenReader {
 public:
  explicit TokenReader(std::string_view statement);

  [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  void skip() { ++at_; }

  /// Takes these words, given in lower case, if all of them come next.
  bool take(std::initializer_list<std::string_view> words);
  bool take(char symbol);
  /// Takes one identifier, quoted or not.
  std::optional<std::string> take_identifier();
  /// Takes "name", "schema.name" or "database.schema.name".
  std::optional<ObjectName> take_name();
  /// Takes a name of that form as written, or the token in its place.
  std::string take_written_name();
  /// Skips to the next comma outside of parentheses, or to the end.
  void skip_to_comma();
  /// Whether the word still follows at this level of parentheses.
  [[nodiscard]] bool has_ahead(std::string_view word) const;

 private:
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace runner
