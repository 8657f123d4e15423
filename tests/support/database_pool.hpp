#pragma once

#include <string>

#include "client/connection.hpp"

namespace runner::test {

/// A database, a session in it, and what its catalogs held when it was created.
struct PooledDatabase {
  std::string name;
  Connection session;
  std::string made_before;  ///< a transaction id: every catalog row comes from an earlier one
  std::string catalogs;
};

/// An empty database. Creating one and connecting to it takes longer than most tests, so this prefers one
/// that an earlier test of this process has given back.
[[nodiscard]] PooledDatabase take_database();

/// Drops everything in the database and keeps it for the next test if the catalogs then hold exactly the
/// rows that they held at first. Otherwise drops the database.
void give_back(PooledDatabase database) noexcept;

/// A name for a database or a role that no other test uses.
[[nodiscard]] std::string unused_name();

}  // namespace runner::test
