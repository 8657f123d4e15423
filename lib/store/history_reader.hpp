#pragma once

#include <vector>

#include "history_tables.hpp"
#include "migration/history.hpp"

namespace runner {

/// How much of its tables a command needs.
enum class ReadScope {
  history,
  history_with_details,  ///< also what migration_log adds to the rows of migration_history
  seeds,
  nothing,
};

/// What runner has written into its tables, as far as it is wanted.
struct TableContents {
  History history;
  std::vector<SeedEntry> seeds;
};

/// Reads them, in one round trip. Throws Error(refused) when a table that exists could not be read, or could
/// run the code of another role.
[[nodiscard]] TableContents read_contents(Connection& connection, const HistoryTables& tables,
                                          ReadScope scope);

/// The answer to one query about these tables. Throws likewise.
[[nodiscard]] Result read_table(Connection& connection, const HistoryTables& tables,
                                std::span<const OwnTable> read, const Query& query);

/// The script text kept under this checksum.
[[nodiscard]] std::optional<std::string> stored_text(Connection& connection, const HistoryTables& tables,
                                                     const Checksum& checksum);

}  // namespace runner
