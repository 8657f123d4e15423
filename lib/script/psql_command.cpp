#include "psql_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "error.hpp"
#include "sql/token_value.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

// Reads the arguments of one line by psql's rules: adjacent quoted and unquoted parts join.
class ArgumentReader {
 public:
  ArgumentReader(std::string_view line, const Variables& variables) : rest_(line), variables_(variables) {}

  [[nodiscard]] VariableNames used() { return std::move(used_); }

  std::vector<std::string> read() {
    std::vector<std::string> arguments;
    skip_blanks();
    while (!rest_.empty()) {
      arguments.push_back(read_one());
      skip_blanks();
    }
    return arguments;
  }

 private:
  [[noreturn]] static void refuse_program() {
    throw Error(ErrorKind::source, "a command in backquotes cannot run here")
        .hint("Give the value with --set NAME=value.");
  }

  [[noreturn]] static void refuse_second() {
    throw Error(ErrorKind::source, "a line can have only one psql command")
        .hint("Write what follows it on a line of its own.");
  }

  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
  }

  std::string read_one() {
    std::string argument;
    while (!rest_.empty() && !is_blank(rest_.front())) {
      switch (rest_.front()) {
        case '\'': argument += read_single_quoted(); break;
        case '"': argument += read_double_quoted(); break;
        case '`': refuse_program();
        case '\\': refuse_second();
        case ':': argument += read_variable(); break;
        default: argument += take(); break;
      }
    }
    return argument;
  }

  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::string read_single_quoted() {
    std::string value;
    for (take(); !rest_.empty();) {
      const char c = take();
      if (c == '\\' && !rest_.empty()) {
        value += read_escaped();
      } else if (c != '\'') {
        value += c;
      } else if (rest_.starts_with("'")) {
        value += take();
      } else {
        return value;
      }
    }
    throw Error(ErrorKind::source, "unterminated quoted string");
  }

  // After the backslash: up to three octal digits, "x" and up to two hexadecimal ones, or a letter.
  char read_escaped() {
    constexpr std::string_view kOctal = "01234567";
    if (kOctal.find(rest_.front()) != std::string_view::npos) return read_code(kOctal, 8, 3);
    const char c = take();
    constexpr std::string_view kHexadecimal = "0123456789abcdefABCDEF";
    const bool code =
        c == 'x' && !rest_.empty() && kHexadecimal.find(rest_.front()) != std::string_view::npos;
    return code ? read_code(kHexadecimal, 16, 2) : unescaped(c);
  }

  char read_code(std::string_view digits, int base, std::size_t most) {
    const std::size_t length = std::min(rest_.find_first_not_of(digits), rest_.size());
    const std::string_view code = rest_.substr(0, std::min(length, most));
    unsigned value = 0;
    std::from_chars(code.data(), code.data() + code.size(), value, base);
    rest_.remove_prefix(code.size());
    const char c = static_cast<char>(value);
    if (c == '\0') throw Error(ErrorKind::source, "a value cannot contain a NUL byte");
    return c;
  }

  static char unescaped(char c) {
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'b': return '\b';
      case 'r': return '\r';
      case 'f': return '\f';
      default: return c;
    }
  }

  // psql keeps these quotes.
  std::string read_double_quoted() {
    const std::size_t close = rest_.find('"', 1);
    if (close == std::string_view::npos) throw Error(ErrorKind::source, "unterminated quoted string");
    std::string value(rest_.substr(0, close + 1));
    rest_.remove_prefix(close + 1);
    return value;
  }

  std::string read_variable() {
    std::size_t end = length_of_question(rest_);
    const bool quoted = rest_.size() > 1 && (rest_[1] == '\'' || rest_[1] == '"');
    if (quoted) {
      end = std::min(rest_.find(rest_[1], 2), rest_.size() - 1) + 1;
    } else if (end == 0) {
      end = 1 + length_of_variable_name(rest_.substr(1));
    }
    const std::string value = value_of_reference(rest_.substr(0, end), variables_, used_);
    if (value.size() > left_) throw values_too_long();
    left_ -= value.size();
    rest_.remove_prefix(end);
    return value;
  }

  std::string_view rest_;
  const Variables& variables_;
  std::size_t left_ = kMostOfValues;
  VariableNames used_;
};

// The word FROM or TO after the table and its columns. A query in parentheses allows only TO.
Token find_from_or_to(Scanner& scanner) {
  std::size_t parentheses = 0;
  for (Token token = scanner.next();; token = scanner.next()) {
    if (token.kind == TokenKind::end || token.kind == TokenKind::unterminated) {
      throw Error(ErrorKind::source, "\\copy needs a table and FROM a file");
    }
    if (token.text == "(") ++parentheses;
    if (token.text == ")" && parentheses > 0) --parentheses;
    if (parentheses == 0 && (is_word(token, "from") || is_word(token, "to"))) return token;
  }
}

}  // namespace

std::string_view name_of_psql_command(std::string_view line) {
  const std::string_view behind = line.substr(1);
  return behind.substr(0, behind.find_first_of(" \t\n\\'\";"));
}

PsqlCommand parse_psql_command(std::string_view line, const Variables& variables) {
  const std::string_view name = name_of_psql_command(line);
  ArgumentReader reader(line.substr(1 + name.size()), variables);
  std::vector<std::string> arguments = reader.read();
  return {std::string(name), std::move(arguments), reader.used()};
}

CopyCommand parse_copy_command(std::string_view line) {
  constexpr std::string_view kCommand = "\\copy";
  const std::string_view arguments = trimmed(line.substr(kCommand.size()));
  Scanner scanner(arguments);
  const Token direction = find_from_or_to(scanner);
  if (is_word(direction, "to"))
    throw Error(ErrorKind::source, "\\copy … TO cannot run here: a script has no output")
        .hint("Run it with psql.");
  const std::size_t table_end = offset_in(arguments, direction.text);
  std::string_view rest = trimmed(arguments.substr(scanner.offset()));
  const Token source = Scanner(rest).next();
  CopyCommand command;
  if (source.kind == TokenKind::string && source.text.front() == '\'') {
    command.file = unquoted(source);
    rest.remove_prefix(source.text.size());
  } else {
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t;"));
    if (word.empty()) throw Error(ErrorKind::source, "\\copy needs a table and FROM a file");
    if (equals_ignoring_case(word, "program")) {
      throw Error(ErrorKind::source, "\\copy … FROM PROGRAM cannot run here")
          .hint("Write its output into a file first, and name that file.");
    }
    if (equals_ignoring_case(word, "pstdin")) {
      throw Error(ErrorKind::source, "\\copy … FROM PSTDIN has no standard input to read from")
          .hint("Write \"FROM stdin\" for rows below the line, or name a file.");
    }
    if (!equals_ignoring_case(word, "stdin")) command.file = word;
    rest.remove_prefix(word.size());
  }
  rest = trimmed(rest.substr(0, rest.find_last_not_of("; \t") + 1));
  command.sql = fmt::format("COPY {} FROM STDIN {}", trimmed(arguments.substr(0, table_end)), rest);
  return command;
}

}  // namespace runner
