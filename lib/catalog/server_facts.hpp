#pragma once

#include <string>

#include "client/connection.hpp"

namespace runner {

/// What a run has to know about the server and the session before it begins.
struct ServerFacts {
  int version = 0;  ///< as in server_version_num: 150020
  bool standby = false;
  bool read_only = false;
  std::string user;
  std::string schemas;  ///< those of search_path, as an array in SQL
  std::string schema;   ///< where our tables are or will be
  int backend_pid = 0;
  bool standard_strings = true;  ///< standard_conforming_strings, as the session began
};

/// The facts are asked for with this, and read from its answer. It runs under the session's own search_path,
/// and spells out every name. The schema is the one asked for, or the first of search_path that exists; in
/// the same transaction the setting runner.schema then holds it. Throws Error(usage) when there is no such
/// schema, or none at all, and Error(refused) when the history is in another schema of search_path than the
/// first.
[[nodiscard]] Query facts_query(const std::string& schema);
[[nodiscard]] ServerFacts facts_from(const Result& answer, const std::string& schema, Connection& connection);

/// Throws Error(refused) when nothing can be written here, Error(usage) when the server is too old.
void require_writable(const ServerFacts& facts);

/// Whether the backend is another than the one that the connection was told of: a pooler changes it
/// between transactions, so no session lock and no setting holds from one to the next.
[[nodiscard]] bool behind_pooler(const ServerFacts& facts, const Connection& connection);

}  // namespace runner
