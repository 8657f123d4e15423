#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "error.hpp"
#include "handles.hpp"
#include "sqlstate.hpp"

namespace runner {

/// Of an answer that is none of those that PostgreSQL gives.
constexpr const char* kNotUnderstood = "the server's answer could not be understood";
constexpr const char* kIsItPostgres = "Check that this is PostgreSQL, and that no proxy changes its answers.";

/// What the server said about a failure, field by field.
struct ServerReport {
  std::string severity;  ///< in English
  std::string sqlstate;  ///< empty when the connection itself failed
  std::string message;
  std::string detail;
  std::string hint;
  std::string context;
  std::optional<std::size_t> position;           ///< in characters from 1, in the text that was sent
  std::string internal_query;                    ///< the text inside a function that failed
  std::optional<std::size_t> internal_position;  ///< in that, likewise
};

/// What the server says while a statement runs: NOTICE, WARNING, INFO.
struct ServerNotice {
  std::string severity, message, detail, hint;
};

/// The number, from 1, with which a text of the server tells a place: the text begins with it.
[[nodiscard]] std::optional<std::size_t> place_number(std::string_view text);

/// What libpq says of a connection that failed, without what it says of its own state.
[[nodiscard]] std::string connection_failure(const PGconn* connection);

[[nodiscard]] ServerReport report_of(const PGresult* result, const PGconn* connection);

[[nodiscard]] ServerNotice notice_of(const PGresult* result);

/// What the operator has to do about a SQLSTATE that comes with this severity.
[[nodiscard]] ErrorKind kind_of(const std::string& severity, const std::string& sqlstate) noexcept;

/// The error of a signal after which the server did not answer in time.
[[nodiscard]] Error without_answer(const Error& stop, int backend_pid);

/// The failure of a statement of our own, which has no place in any file.
[[nodiscard]] Error to_error(const ServerReport& report);

}  // namespace runner
