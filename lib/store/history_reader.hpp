#pragma once

#include <vector>

#include "history_tables.hpp"
#include "migration/history.hpp"

namespace runner {

/// What a command needs from runner's tables.
enum class ReadScope {
  history,
  history_with_details,  ///< also what migration_log adds to the rows of migration_history
  seeds,
  nothing,
};

/// The contents of runner's tables, as far as the ReadScope asks for them.
struct TableContents {
  History history;
  std::vector<SeedEntry> seeds;
};

/// Reads the contents in one round trip. Throws Error(refused) when an existing table could not be read, or
/// when reading it could run another role's code.
[[nodiscard]] TableContents read_contents(Connection& connection, const HistoryTables& tables,
                                          ReadScope scope);

/// Returns the answer to one query on these tables. Throws as read_contents() does.
[[nodiscard]] Result read_table(Connection& connection, const HistoryTables& tables,
                                std::span<const OwnTable> read, const Query& query);

/// The script text stored under this checksum; nothing when there is none.
[[nodiscard]] std::optional<std::string> stored_text(Connection& connection, const HistoryTables& tables,
                                                     const Checksum& checksum);

}  // namespace runner
