#include "statement.hpp"

#include <array>

#include "text.hpp"

namespace runner {
namespace {

bool is_word(const Token& token, std::string_view lower) {
  return token.kind == TokenKind::word && equals_ignoring_case(token.text, lower);
}

bool is_symbol(const Token& token, char symbol) {
  return token.kind == TokenKind::symbol && token.text.front() == symbol;
}

// The first tokens of a statement, as many as classify() ever needs, outside of parentheses.
class Head {
 public:
  void add(const Token& token) {
    if (size_ < tokens_.size()) tokens_[size_++] = token;
  }
  [[nodiscard]] std::span<const Token> tokens() const { return {tokens_.data(), size_}; }

 private:
  std::array<Token, 20> tokens_;
  std::size_t size_ = 0;
};

// Follows the BEGIN ATOMIC … END bodies of SQL-standard routines, in which semicolons belong to
// the statement. CASE … END nests in them. Words behind a dot or AS are names: "t.end", "AS end".
class RoutineBody {
 public:
  void see(const Token& token, std::span<const Token> head) {
    if (token.kind == TokenKind::word) see_word(token, head);
    previous_ = token;
  }
  [[nodiscard]] bool open() const { return depth_ > 0; }

 private:
  void see_word(const Token& token, std::span<const Token> head) {
    if (is_symbol(previous_, '.') || is_word(previous_, "as")) return;
    if (depth_ == 0) {
      if (is_word(token, "atomic") && is_word(previous_, "begin") && creates_routine(head)) depth_ = 1;
    } else if (is_word(token, "case")) {
      ++depth_;
    } else if (is_word(token, "end")) {
      --depth_;
    }
  }

  static bool creates_routine(std::span<const Token> head) {
    const std::size_t at = head.size() > 3 && is_word(head[1], "or") ? 3 : 1;
    return head.size() > at && is_word(head[0], "create") &&
           (is_word(head[at], "function") || is_word(head[at], "procedure"));
  }

  Token previous_{TokenKind::end, {}};
  std::size_t depth_ = 0;
};

}  // namespace

Token StatementReader::next_token() {
  if (!put_back_) return scanner_.next();
  const Token token = *put_back_;
  put_back_.reset();
  return token;
}

std::optional<Statement> StatementReader::next() {
  Token token = next_token();
  while (token.kind == TokenKind::semicolon) token = next_token();
  switch (token.kind) {
    case TokenKind::end: return std::nullopt;
    case TokenKind::backslash: return statement(StatementKind::psql_command, token.text);
    case TokenKind::unterminated: return statement(StatementKind::unterminated, token.text);
    default: return read_from(token);
  }
}

Statement StatementReader::read_from(Token token) {
  const char* const begin = token.text.data();
  const char* end = begin;
  std::size_t parentheses = 0;
  Head head;
  RoutineBody body;
  while (token.kind != TokenKind::end) {
    if (token.kind == TokenKind::unterminated) return statement(StatementKind::unterminated, token.text);
    if (token.kind == TokenKind::semicolon && parentheses == 0 && !body.open()) break;
    if (token.kind == TokenKind::backslash) {
      put_back_ = token;
      break;
    }
    if (is_symbol(token, '(')) {
      ++parentheses;
    } else if (is_symbol(token, ')')) {
      parentheses -= parentheses > 0 ? 1 : 0;
    } else if (parentheses == 0) {
      head.add(token);
    }
    body.see(token, head.tokens());
    end = token.text.data() + token.text.size();
    token = scanner_.next();
  }
  if (const auto on = standard_conforming_strings_set_by(head.tokens())) {
    scanner_.set_standard_conforming_strings(*on);
  }
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  return statement(classify(head.tokens(), text), text);
}

Statement StatementReader::statement(StatementKind kind, std::string_view text) const {
  return {kind, text, static_cast<std::size_t>(text.data() - script_.data())};
}

bool sets_session(std::string_view statement) {
  Scanner scanner(statement);
  const Token verb = scanner.next();
  const Token what = scanner.next();
  if (is_word(verb, "reset")) return true;
  return is_word(verb, "set") && !is_word(what, "local") && !is_word(what, "transaction") &&
         !is_word(what, "constraints");
}

std::string summary_of(std::string_view statement) {
  constexpr std::size_t kLongest = 60;
  const std::string_view line = trimmed(statement.substr(0, statement.find('\n')));
  if (character_count(line) <= kLongest) return std::string(line);
  return std::string(line.substr(0, offset_of_character(line, kLongest))) + "…";
}

}  // namespace runner
