#pragma once

#include <vector>

#include "connection.hpp"

namespace runner {

/// Every statement of runner's own runs after this one in its transaction. Its names and operators are then
/// PostgreSQL's, whatever another role has put into the schemas of the session's search_path. No other code
/// sets this path. The session's own path returns when the transaction ends.
inline constexpr const char* kOwnPath = "SET LOCAL search_path TO pg_catalog, pg_temp";
/// After this, a query fails where row security would hide rows, instead of missing them.
inline constexpr const char* kEveryRow = "SET LOCAL row_security TO off";

/// Runs queries in one transaction of runner's own, in one round trip. The spelled_out queries run before
/// them under the session's own search_path, and must qualify each name and operator. Returns the answers of
/// spelled_out, then of the queries, up to the first failure.
[[nodiscard]] std::vector<Result> try_in_own_transaction(Connection& connection,
                                                         const std::vector<Query>& queries,
                                                         const std::vector<Query>& spelled_out = {});

/// The same for one query. Throws when it fails.
[[nodiscard]] Result ask_in_own_transaction(Connection& connection, const Query& query);

/// The statements that try_in_own_transaction() sends, with BEGIN and COMMIT.
[[nodiscard]] std::vector<Query> own_transaction(const std::vector<Query>& queries,
                                                 const std::vector<Query>& spelled_out = {});

}  // namespace runner
