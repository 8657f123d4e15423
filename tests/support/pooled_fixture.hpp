#pragma once

#include "pgbouncer.hpp"
#include "runner_fixture.hpp"

namespace runner::test {

/// A runner that reaches its database through a pooler, with one migration to begin with.
struct PooledFixture : RunnerFixture {
  PooledFixture() {
    environment_["DATABASE_URL"] = pooler.url_of(database.name());
    migration("001_a.sql", "create table a (i int);\n");
    migration("001_a.down.sql", "drop table a;\n");
  }

  /// One more client of the pooler.
  [[nodiscard]] Connection client() const { return connect(pooler.url_of(database.name())); }

  /// Whether every advisory lock in this database is let go of.
  bool no_lock_is_left() {
    return eventually([&] {
      return database.value(
                 "select count(*) from pg_locks where locktype = 'advisory' and database = "
                 "(select oid from pg_database where datname = current_database())") == "0";
    });
  }

  /// What was done with which file, and how it ended.
  std::vector<std::string> log() {
    return database.column(
        "select concat_ws(' ', action, outcome, name, error) from migration_log order by id");
  }

  PgBouncer pooler;
};

}  // namespace runner::test
