#pragma once

#include <string>

#include "client/connection.hpp"

namespace runner::test {

/// A database, a session in it, and what its catalogs held when it was made.
struct PooledDatabase {
  std::string name;
  Connection session;
  std::string made_before;  ///< no row of the catalogs is of this transaction or a later one
  std::string catalogs;
};

/// An empty database. To make one and to get into it takes longer than most tests, so it is one that a test
/// of this process has given back, or else a new one.
[[nodiscard]] PooledDatabase take_database();

/// Drops all that is in it and keeps it for the next test, provided that the catalogs then have the rows of
/// the beginning, all of them and no other. If not, drops the database.
void give_back(PooledDatabase database) noexcept;

/// A name for a database or a role, which no other test uses.
[[nodiscard]] std::string unused_name();

}  // namespace runner::test
