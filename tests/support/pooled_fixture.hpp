#pragma once

#include "pgbouncer.hpp"
#include "runner_fixture.hpp"

namespace runner::test {

/// A project with one migration, whose runner connects to the database through a pooler.
struct PooledFixture : RunnerFixture {
  PooledFixture() {
    environment_["DATABASE_URL"] = pooler.url_of(database.name());
    pair("001_a");
  }

  /// Another client of the pooler.
  [[nodiscard]] Connection client() const { return connect(pooler.url_of(database.name())); }

  /// Waits until no session holds an advisory lock in this database.
  bool no_lock_is_left() {
    return eventually([&] { return advisory_locks() == "0"; });
  }

  PgBouncer pooler;
};

}  // namespace runner::test
