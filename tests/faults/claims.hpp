#pragma once

#include "client/connection.hpp"
#include "support/process.hpp"

namespace runner::test {

/// Checks that everything "runner up --json" reports is true, in a run in which no script fails: the exit
/// code is 0, 2 or 5, and the applied files, the version of the database, the undone files and the progress
/// of a half done file are right.
void check_claims(const Outcome& outcome, Connection& database);

}  // namespace runner::test
