#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "error.hpp"
#include "handles.hpp"
#include "sqlstate.hpp"

namespace runner {

/// For an answer that PostgreSQL never gives.
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
  std::string internal_query;                    ///< the failed query inside a function
  std::optional<std::size_t> internal_position;  ///< the same, in the internal query
};

/// A message that the server sends while a statement runs: NOTICE, WARNING, INFO.
struct ServerNotice {
  std::string severity, message, detail, hint;
};

/// The position, from 1, that a text of the server begins with.
[[nodiscard]] std::optional<std::size_t> place_number(std::string_view text);

/// libpq's message about a failed connection, without the lines about libpq's own state.
[[nodiscard]] std::string connection_failure(const PGconn* connection);

[[nodiscard]] ServerReport report_of(const PGresult* result, const PGconn* connection);

[[nodiscard]] ServerNotice notice_of(const PGresult* result);

/// The error kind of a SQLSTATE that comes with this severity.
[[nodiscard]] ErrorKind kind_of(const std::string& severity, const std::string& sqlstate) noexcept;

/// The error for a signal when the server did not answer in time.
[[nodiscard]] Error without_answer(const Error& stop, int backend_pid);

/// The error for a failed statement of runner's own, which has no place in any file.
[[nodiscard]] Error to_error(const ServerReport& report);

}  // namespace runner
