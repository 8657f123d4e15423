#pragma once

#include "client/connection.hpp"
#include "workload.hpp"

namespace runner::test {

/// What has to hold whenever no runner works on the database, whatever befell the last one:
/// - a file that the history lists has all of its objects and rows, each once; one that it does not
///   list has none, or without a transaction exactly those that the log tells of;
/// - nothing is there that no file has made;
/// - the log tells a story that fits: who is done is listed, nobody is done twice, statements count up;
/// - no session, no lock, no prepared transaction, no temporary object is left.
void check_standing(Connection& database, const Workload& workload);

/// The same, and all files are listed, and no index is INVALID.
void check_arrived(Connection& database, const Workload& workload);

/// The names of the files that the history lists, without ".sql", oldest first.
[[nodiscard]] std::vector<std::string> applied_names(Connection& database);

/// Nothing in the database any more.
void clear(Connection& database);

}  // namespace runner::test
