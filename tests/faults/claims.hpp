#pragma once

#include "client/connection.hpp"
#include "support/process.hpp"

namespace runner::test {

/// Everything that "runner up --json" said of the database when no script was to blame is true: it exits
/// with 0, 2 or 5, and it knows which files it applied, where the database is, what was undone, and how
/// far a file is that it left half done.
void check_claims(const Outcome& outcome, Connection& database);

}  // namespace runner::test
