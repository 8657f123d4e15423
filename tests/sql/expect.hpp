#pragma once

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "script/script.hpp"
#include "sql/statement.hpp"
#include "support/errors.hpp"

namespace bdata = boost::unit_test::data;

namespace runner::test {

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
