#pragma once

#include "pgbouncer.hpp"
#include "runner_fixture.hpp"

namespace runner::test {

/// A runner that reaches its database through a pooler, with one migration to begin with.
struct PooledFixture : RunnerFixture {
  PooledFixture() {
    environment_["DATABASE_URL"] = pooler.url_of(database.name());
    pair("001_a");
  }

  /// One more client of the pooler.
  [[nodiscard]] Connection client() const { return connect(pooler.url_of(database.name())); }

  /// Whether every advisory lock in this database is let go of.
  bool no_lock_is_left() {
    return eventually([&] { return advisory_locks() == "0"; });
  }

  PgBouncer pooler;
};

}  // namespace runner::test
