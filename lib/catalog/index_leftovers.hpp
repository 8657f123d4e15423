#pragma once

#include <optional>
#include <string_view>

#include "client/connection.hpp"

namespace runner {

/// A question about an object that a script's statement names. "resolve" looks the name up as the script
/// does: under the session's own search_path, with runner's own names qualified. "query" then reads what that
/// found, in the same transaction.
struct NamedQuery {
  Query resolve;
  Query query;
};

/// Finds the INVALID indexes that a failed statement leaves, with names quoted for SQL. Nothing for a
/// statement that leaves none. Finds an index whose name the server chose only with "any_name", which is for
/// the case that no other session can have left one.
[[nodiscard]] std::optional<NamedQuery> leftovers_of(std::string_view statement, bool any_name);

/// Finds a trace of a statement when a run was cut off while the server worked on it. Nothing for one that
/// leaves no trace. The caller puts "with since as …" before the query. That part selects the statement's log
/// rows with $1 and $2.
[[nodiscard]] std::optional<NamedQuery> trace_of(std::string_view sql);

}  // namespace runner
