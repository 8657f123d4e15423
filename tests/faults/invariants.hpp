#pragma once

#include "client/connection.hpp"
#include "workload.hpp"

namespace runner::test {

/// Checks what must hold when no runner is using the database, whatever happened to the last one:
/// - A file in the history has all its objects and rows, each once. A file that is not in the history has
///   none, or, if it runs without a transaction, exactly those that the log records.
/// - The database contains nothing that no file created.
/// - The log is consistent: a done file is in the history, no file is done twice, statements count up.
/// - No session, lock, prepared transaction or temporary object is left.
void check_standing(Connection& database, const Workload& workload);

/// Checks the same, and that the history lists all files and no index is INVALID.
void check_arrived(Connection& database, const Workload& workload);

/// The names of the files that the history lists, without ".sql", oldest first.
[[nodiscard]] std::vector<std::string> applied_names(Connection& database);

/// Empties the database.
void clear(Connection& database);

}  // namespace runner::test
