#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chance.hpp"
#include "support/runner_fixture.hpp"

namespace runner::test {

enum class Kind {
  table,    ///< a table, in a transaction
  rows,     ///< a table, and rows by COPY, in a transaction
  column,   ///< one more column in a table that exists, in a transaction
  index,    ///< CREATE INDEX CONCURRENTLY between two changes of data, without a transaction
  dropped,  ///< an index that is built and dropped again, both CONCURRENTLY
  changes,  ///< changes of data that must not be done twice, without a transaction
};

/// A migration that leaves behind what shows how often each part of it has run: a row in the table
/// "ledger" for each, which nothing keeps from being there twice.
struct File {
  int number = 0;
  Kind kind = Kind::table;

  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string sql() const;
  [[nodiscard]] bool in_transaction() const { return kind < Kind::index; }
  [[nodiscard]] std::size_t statements() const;
  /// The table that it makes; empty when none.
  [[nodiscard]] std::string table() const;
  /// The index that it makes; empty when none.
  [[nodiscard]] std::string index() const;
  /// How that index has to be once so many of its statements have run: "valid", "" when it is not
  /// there. The server builds and drops it in several transactions: meanwhile it may be in any state.
  [[nodiscard]] std::optional<std::string> index_after(std::size_t statements) const;
  /// Its rows in the ledger once so many of its statements have run: "1,2".
  [[nodiscard]] std::string ledger_after(std::size_t statements) const;
};

/// The files of one round, oldest first. The first one makes the ledger.
using Workload = std::vector<File>;

/// Draws from the kinds up to the last one: up to Kind::column all of them run in a transaction.
[[nodiscard]] Workload draw_workload(Chance& chance, int files, Kind last = Kind::changes);
/// Puts them in the place of those that are there.
void write_files(const Workload& workload, const ProjectFixture& project);

}  // namespace runner::test
