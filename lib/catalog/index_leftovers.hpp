#pragma once

#include <optional>
#include <string_view>

#include "client/connection.hpp"

namespace runner {

/// A question about what a statement of a script names. The name is resolved first, as the script does it:
/// under the session's own search_path, with each of our own names spelled out. The query then reads what
/// that found, in the same transaction.
struct NamedQuery {
  Query resolve;
  Query query;
};

/// What finds the INVALID indexes that a statement like this leaves when it fails, their names
/// ready for SQL; nothing for one that leaves none. An index whose name the server chooses is only
/// looked for when any name will do: no other session can then have left one.
[[nodiscard]] std::optional<NamedQuery> leftovers_of(std::string_view statement, bool any_name);

/// What finds a trace of a statement when a run was cut off while the server worked on it; nothing
/// when none can be found. Its query follows "with since as …", which tells what the log holds of it as
/// $1 and $2.
[[nodiscard]] std::optional<NamedQuery> trace_of(std::string_view sql);

}  // namespace runner
