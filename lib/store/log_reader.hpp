#pragma once

#include <optional>

#include "history_tables.hpp"
#include "migration/log_entry.hpp"

namespace runner {

/// The newest entries of migration_log in this schema, newest first. Without a limit, all of them. A script
/// without a transaction writes a row before each of its statements: only the last one of a run is an entry,
/// and only when no row records how that run ended. Writes nothing.
[[nodiscard]] Log read_log(Connection& connection, const HistoryTables& tables,
                           std::optional<std::size_t> limit);

}  // namespace runner
