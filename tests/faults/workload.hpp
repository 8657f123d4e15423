#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chance.hpp"
#include "support/runner_fixture.hpp"

namespace runner::test {

enum class Kind {
  table,    ///< creates a table, in a transaction
  rows,     ///< creates a table and copies rows, in a transaction
  column,   ///< adds a column to an existing table, in a transaction
  index,    ///< CREATE INDEX CONCURRENTLY between two changes of data, without a transaction
  dropped,  ///< builds an index and drops it again, both CONCURRENTLY
  changes,  ///< changes data, without a transaction; no change may run twice
};

/// A migration that shows how often each of its parts has run: each part inserts a row into the table
/// "ledger", which has no unique key.
struct File {
  int number = 0;
  Kind kind = Kind::table;

  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string sql() const;
  [[nodiscard]] bool in_transaction() const { return kind < Kind::index; }
  [[nodiscard]] std::size_t statements() const;
  /// The table that it creates; empty when none.
  [[nodiscard]] std::string table() const;
  /// The index that it creates; empty when none.
  [[nodiscard]] std::string index() const;
  /// The expected state of that index after that many statements: "valid", or "" for no index. Nothing while
  /// a statement builds or drops it: the server does so in several transactions, so any state is possible.
  [[nodiscard]] std::optional<std::string> index_after(std::size_t statements) const;
  /// Its expected rows in the ledger after that many statements, as in "1,2".
  [[nodiscard]] std::string ledger_after(std::size_t statements) const;
};

/// The files of one round, oldest first. The first one creates the ledger.
using Workload = std::vector<File>;

/// Draws files from the kinds up to `last`. The kinds up to Kind::column run in a transaction.
[[nodiscard]] Workload draw_workload(Chance& chance, int files, Kind last = Kind::changes);
/// Replaces the project's migrations with these files.
void write_files(const Workload& workload, const ProjectFixture& project);

}  // namespace runner::test
