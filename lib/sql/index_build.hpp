#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace runner {

/// An index that a statement builds concurrently: when that fails, it stays behind and is INVALID.
struct IndexBuild {
  std::string name;   ///< as written, without a schema; empty when the server chooses it
  std::string table;  ///< as written, perhaps with its schema
};

/// What a CREATE INDEX CONCURRENTLY builds; nothing for any other statement.
[[nodiscard]] std::optional<IndexBuild> concurrent_build(std::string_view statement);

/// The index that a DROP INDEX CONCURRENTLY drops, as written, perhaps with its schema; nothing for any
/// other statement.
[[nodiscard]] std::optional<std::string> concurrent_drop(std::string_view statement);

}  // namespace runner
