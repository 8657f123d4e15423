#pragma once

#include <string>

#include "client/connection.hpp"

namespace runner {

/// What a run must know about the server and the session before it starts.
struct ServerFacts {
  int version = 0;  ///< as in server_version_num: 150020
  bool standby = false;
  bool read_only = false;
  std::string user;
  std::string schemas;  ///< of search_path, as an SQL array
  std::string schema;   ///< where runner's tables are or will be
  int backend_pid = 0;
  bool standard_strings = true;  ///< standard_conforming_strings at the session's start
};

/// facts_query() asks for the facts, and facts_from() reads the answer. The query runs under the session's
/// own search_path, so it qualifies every name. It sets runner.schema, for the same transaction, to this
/// schema, or when that is empty to the first schema of search_path that exists. facts_from() throws
/// Error(usage) when there is no such schema, and Error(refused) when the history is in a schema of
/// search_path other than the first.
[[nodiscard]] Query facts_query(const std::string& schema);
[[nodiscard]] ServerFacts facts_from(const Result& answer, const std::string& schema, Connection& connection);

/// Throws Error(refused) when the database cannot be written to, Error(usage) when the server is too old.
void require_writable(const ServerFacts& facts);

/// Whether the backend's pid differs from the one that the connection got. A pooler changes the backend
/// between transactions, so no session lock and no setting lasts from one to the next.
[[nodiscard]] bool behind_pooler(const ServerFacts& facts, const Connection& connection);

}  // namespace runner
