#pragma once

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <utility>

#include "error.hpp"
#include "script/script.hpp"
#include "sql/statement.hpp"

namespace bdata = boost::unit_test::data;

namespace runner::test {

/// The predicate of every refusal: this kind and exactly this message. Place, excerpt, detail and
/// hint are compared when they are given.
class Refusal {
 public:
  Refusal(ErrorKind kind, std::string message) : kind_(kind), message_(std::move(message)) {}

  Refusal& at(std::size_t line, std::size_t column) {
    place_ = std::to_string(line) + ":" + std::to_string(column);
    return *this;
  }
  Refusal& shown_as(std::string path, std::string excerpt, std::size_t caret) {
    shown_ = path + " [" + excerpt + "] " + std::to_string(caret);
    return *this;
  }
  Refusal& detail(std::string text) { return detail_ = std::move(text), *this; }
  Refusal& hint(std::string text) { return hint_ = std::move(text), *this; }

  bool operator()(const Error& error) const {
    BOOST_TEST(name_of(error.kind()) == std::string(name_of(kind_)));
    BOOST_TEST(error.message() == message_);
    if (place_) BOOST_TEST(place_of(error) == *place_);
    if (shown_) BOOST_TEST(shown_in(error) == *shown_);
    if (detail_) BOOST_TEST(error.detail() == *detail_);
    if (hint_) BOOST_TEST(error.hint() == *hint_);
    return true;
  }

 private:
  static std::string place_of(const Error& error) {
    if (!error.place()) return "no place";
    return std::to_string(error.place()->line) + ":" + std::to_string(error.place()->column);
  }

  static std::string shown_in(const Error& error) {
    if (!error.place()) return "no place";
    return error.place()->path + " [" + error.place()->excerpt + "] " + std::to_string(error.place()->caret);
  }

  ErrorKind kind_;
  std::string message_;
  std::optional<std::string> place_;
  std::optional<std::string> shown_;
  std::optional<std::string> detail_;
  std::optional<std::string> hint_;
};

inline Refusal source_error(std::string message) { return {ErrorKind::source, std::move(message)}; }
inline Refusal usage_error(std::string message) { return {ErrorKind::usage, std::move(message)}; }
inline Refusal refused(std::string message) { return {ErrorKind::refused, std::move(message)}; }
inline Refusal in_doubt(std::string message) { return {ErrorKind::in_doubt, std::move(message)}; }

/// A checked script of this text.
inline Script script(std::string text, std::string path = "001_a.sql") {
  return check_script(std::move(path), Text(std::move(text)));
}

inline const char* name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::word: return "word";
    case TokenKind::quoted_identifier: return "quoted_identifier";
    case TokenKind::string: return "string";
    case TokenKind::number: return "number";
    case TokenKind::symbol: return "symbol";
    case TokenKind::semicolon: return "semicolon";
    case TokenKind::backslash: return "backslash";
    case TokenKind::unterminated: return "unterminated";
    case TokenKind::end: return "end";
  }
  return "?";
}

inline const char* name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::ordinary: return "ordinary";
    case StatementKind::begin: return "begin";
    case StatementKind::commit: return "commit";
    case StatementKind::rollback: return "rollback";
    case StatementKind::prepare_transaction: return "prepare_transaction";
    case StatementKind::outside_transaction: return "outside_transaction";
    case StatementKind::copy_from_stdin: return "copy_from_stdin";
    case StatementKind::copy_to_stdout: return "copy_to_stdout";
    case StatementKind::psql_command: return "psql_command";
    case StatementKind::unterminated: return "unterminated";
    case StatementKind::text_behind_copy: return "text_behind_copy";
    case StatementKind::late_directive: return "late_directive";
    case StatementKind::down_section: return "down_section";
  }
  return "?";
}

}  // namespace runner::test
