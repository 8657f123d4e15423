#include "server_report.hpp"

#include <fmt/format.h>

#include <charconv>

#include "sql/statement.hpp"
#include "text/location.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

std::string field(const PGresult* result, int code) {
  const char* value = PQresultErrorField(result, code);
  return value == nullptr ? "" : value;
}

// PgBouncer's message after a client has waited too long for a connection of the pool.
constexpr const char* kPoolIsUsedUp = "query_wait_timeout";

constexpr const char* kRunOutside =
    "Put the line \"-- runner: no-transaction\" at the top of the file: it then runs statement by statement.";

// The setting that ends a session with this SQLSTATE.
const char* setting_that_ends_sessions(std::string_view sqlstate) noexcept {
  if (sqlstate == kIdleSessionTimeout) return "idle_session_timeout";
  if (sqlstate == kIdleInTransactionTimeout) return "idle_in_transaction_session_timeout";
  if (sqlstate == kTransactionTimeout) return "transaction_timeout";
  return nullptr;
}

std::string hint_for(const ServerReport& report) {
  if (!report.hint.empty()) return report.hint;
  const std::string& code = report.sqlstate;
  const char* setting = report.severity == "FATAL" ? setting_that_ends_sessions(code) : nullptr;
  if (setting != nullptr)
    return fmt::format("The setting {} ended the session. Increase it, and try again.", setting);
  if (code == kInTransaction || code == kCannotEndTransaction) return kRunOutside;
  if (report.message == kPoolIsUsedUp)
    return "The pooler has no free connection. A run needs two, and a third to report which session blocks "
           "it.";
  if (code == kLockUnavailable)
    return "Another session holds the lock. Try again, or allow more time with --lock-timeout.";
  if (code == kDeadlock || code == kSerializationFailure)
    return "Another session was in conflict with this one. Try again.";
  return {};
}

// The line of the query that contains the failure.
std::string internal_query_line(std::string_view query, std::size_t position) {
  const Place first = line_at({}, query, query.find_first_not_of(" \t\r\n"));
  const Place place = place_at({}, query, offset_of_character(query, position));
  return place.line <= first.line ? "query: " + summary_of(trimmed(query))
                                  : fmt::format("query, line {}: {}", place.line, trimmed(place.excerpt));
}

std::string context_of(const ServerReport& report) {
  if (report.internal_query.empty()) return report.context;
  const std::string query = internal_query_line(report.internal_query, report.internal_position.value_or(1));
  return report.context.empty() ? query : report.context + "\n" + query;
}

// The message for a failure that the server does not describe.
std::string failure_without_words(const PGresult* result, const PGconn* connection) {
  const bool failed = result == nullptr || PQresultStatus(result) == PGRES_FATAL_ERROR;
  return failed ? connection_failure(connection) : kNotUnderstood;
}

}  // namespace

std::optional<std::size_t> place_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value == 0) return std::nullopt;
  return value;
}

// libpq adds these lines when it looks for the rest of an answer on a connection that it has closed.
std::string connection_failure(const PGconn* connection) {
  std::string text;
  for (const std::string_view line : lines_of(PQerrorMessage(connection))) {
    if (trimmed(line) == "invalid socket" || trimmed(line) == "connection not open") continue;
    text += (text.empty() ? "" : "\n") + std::string(line);
  }
  text = trimmed(text);
  return text.empty() ? "the connection to the server was lost" : text;
}

Error without_answer(const Error& stop, int backend_pid) {
  Error error = Error(stop).detail("The server did not answer in time.");
  if (backend_pid == 0) return error;
  return error.hint(
      fmt::format("If the session is stuck there, end it: select pg_terminate_backend({});", backend_pid));
}

ServerReport report_of(const PGresult* result, const PGconn* connection) {
  ServerReport report;
  report.severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  report.sqlstate = field(result, PG_DIAG_SQLSTATE);
  report.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  report.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
  report.hint = field(result, PG_DIAG_MESSAGE_HINT);
  report.context = field(result, PG_DIAG_CONTEXT);
  report.position = place_number(field(result, PG_DIAG_STATEMENT_POSITION));
  report.internal_query = field(result, PG_DIAG_INTERNAL_QUERY);
  report.internal_position = place_number(field(result, PG_DIAG_INTERNAL_POSITION));
  if (report.message.empty()) report.message = failure_without_words(result, connection);
  return report;
}

ServerNotice notice_of(const PGresult* result) {
  return {field(result, PG_DIAG_SEVERITY), field(result, PG_DIAG_MESSAGE_PRIMARY),
          field(result, PG_DIAG_MESSAGE_DETAIL), field(result, PG_DIAG_MESSAGE_HINT)};
}

ErrorKind kind_of(const std::string& severity, const std::string& sqlstate) noexcept {
  // An ERROR does not end runner's own connection. Its code is about another one that a script uses.
  const bool ours = severity != "ERROR";
  if (sqlstate.empty() || (ours && sqlstate.starts_with(kConnectionExceptions)))
    return ErrorKind::unreachable;
  for (const char* busy : {kServerShutDown, kServerCrashed, kServerNotReady, kDiskFull, kTooManyConnections,
                           kLockUnavailable, kDeadlock}) {
    if (sqlstate == busy) return ErrorKind::unreachable;
  }
  if (ours && setting_that_ends_sessions(sqlstate) != nullptr) return ErrorKind::unreachable;
  return ErrorKind::failed;
}

// A PANIC stops the whole server. Its SQLSTATE does not say what happened to runner's work.
Error to_error(const ServerReport& report) {
  const std::string sqlstate = report.severity == "PANIC" ? kServerCrashed : report.sqlstate;
  return Error(kind_of(report.severity, sqlstate), report.message)
      .sqlstate(sqlstate)
      .detail(report.detail)
      .hint(hint_for(report))
      .context(context_of(report));
}

}  // namespace runner
