#pragma once

#include <vector>

#include "connection.hpp"

namespace runner {

/// Every statement of runner's own runs in a transaction after this one, so that its names and operators are
/// PostgreSQL's, whatever another role has put into the schemas that the session searches. It is the only
/// place that says so. The end of the transaction brings the session's own path back.
inline constexpr const char* kOwnPath = "SET LOCAL search_path TO pg_catalog, pg_temp";
/// After this, rows that row security hides are an error, and not missing.
inline constexpr const char* kEveryRow = "SET LOCAL row_security TO off";

/// Runs queries in one transaction of runner's own, in one round trip. What asks for the session's own
/// schemas goes before them, and has to spell out the schema of each name and operator. The answers come in
/// the order of both, and end with the first failure.
[[nodiscard]] std::vector<Result> try_in_own_transaction(Connection& connection,
                                                         const std::vector<Query>& queries,
                                                         const std::vector<Query>& spelled_out = {});

/// The answer to one query, likewise. Throws when it fails.
[[nodiscard]] Result ask_in_own_transaction(Connection& connection, const Query& query);

/// The statements of such a transaction, its COMMIT included.
[[nodiscard]] std::vector<Query> own_transaction(const std::vector<Query>& queries,
                                                 const std::vector<Query>& spelled_out = {});

}  // namespace runner
