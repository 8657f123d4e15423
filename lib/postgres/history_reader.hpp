#pragma once

#include <span>
#include <vector>

#include "history_tables.hpp"
#include "migration/history.hpp"

namespace runner {

/// How much of its tables a command needs.
enum class Wanted {
  history,
  history_with_details,  ///< also what migration_log adds to the rows of migration_history
  seeds,
  nothing,
};

/// What runner has written into its tables, as far as it is wanted.
struct Recorded {
  History history;
  std::vector<SeedEntry> seeds;
};

/// Asks for what recorded_in() reads, without knowing which of the tables exist: a query for one
/// that does not fails. An empty schema means search_path.
[[nodiscard]] std::vector<Query> history_queries(const Connection& connection, const std::string& schema,
                                                 Wanted wanted);

/// Reads the answers to those queries, in their order. Throws Error(refused) when a table that
/// exists could not be read.
[[nodiscard]] Recorded recorded_in(std::span<const Result> answers, const HistoryTables& tables,
                                   Wanted wanted);

/// The script text kept under this checksum.
[[nodiscard]] std::optional<std::string> stored_text(Connection& connection, const HistoryTables& tables,
                                                     const Checksum& checksum);

}  // namespace runner
