#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace runner {

/// An index that a statement builds concurrently. If the build fails, the index stays and is INVALID.
struct IndexBuild {
  std::string name;   ///< as written, without a schema; empty when the server chooses it
  std::string table;  ///< as written, perhaps with its schema
};

/// What a CREATE INDEX CONCURRENTLY builds; nothing for any other statement.
[[nodiscard]] std::optional<IndexBuild> concurrent_build(std::string_view statement);

/// Indexes that a statement rebuilds concurrently. If that fails, an INVALID copy of each index stays. Its
/// name ends with "_ccnew" or "_ccold".
struct IndexRebuild {
  std::string what;  ///< "index", "table", "schema", "database" or "system"
  std::string name;  ///< as written, perhaps with its schema; may be empty for a database
};

/// What a REINDEX … CONCURRENTLY rebuilds; nothing for any other statement.
[[nodiscard]] std::optional<IndexRebuild> concurrent_rebuild(std::string_view statement);

/// The index that a DROP INDEX CONCURRENTLY drops, as written, perhaps with its schema; nothing for any
/// other statement.
[[nodiscard]] std::optional<std::string> concurrent_drop(std::string_view statement);

}  // namespace runner
