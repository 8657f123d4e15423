#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner.hpp"

namespace runner {

/// A name as the server reads it: without quotes, or in lower case.
struct ObjectName {
  std::string schema;  ///< empty when it is not written
  std::string name;
};

/// Walks through the tokens of one statement. What does not take anything stays where it is.
class TokenReader {
 public:
  explicit TokenReader(std::string_view statement);

  [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  void skip() { ++at_; }

  /// Takes the words, in lower case, if they all come next.
  bool take(std::initializer_list<std::string_view> words);
  bool take(char symbol);
  /// Takes one identifier, quoted or not.
  std::optional<std::string> take_identifier();
  /// Takes "name", "schema.name" or "database.schema.name".
  std::optional<ObjectName> take_name();
  /// Takes such a name as it is written, or whatever stands in its place.
  std::string take_written_name();
  /// Goes to the next comma, or the end, that is not inside of parentheses.
  void skip_to_comma();
  /// Whether the word still comes, within the parentheses that are open here.
  [[nodiscard]] bool has_ahead(std::string_view word) const;

 private:
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace runner
