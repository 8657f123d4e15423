#pragma once

#include <fmt/format.h>

#include "runner_fixture.hpp"

namespace runner::test {

/// A database in which an unprivileged role may create objects in the schema public, as on upgraded servers,
/// and in its own schema. The code that it plants makes it a superuser when a superuser runs it, and fails
/// for every other role.
struct HostileFixture : RunnerFixture {
  HostileFixture() {
    superuser(
        "grant usage, create on schema public to MALLORY; create schema evil authorization MALLORY;"
        " grant usage on schema evil to public");
    planted(
        "create function evil.gain() returns boolean language plpgsql as $$ begin"
        " if session_user = 'MALLORY' then return true; end if;"
        " if pg_catalog.current_setting('is_superuser') = 'on' then execute 'alter role MALLORY superuser';"
        " else raise exception 'planted code ran'; end if; return true; end $$;"
        "create function evil.text(text) returns text immutable language plpgsql as"
        " $$ begin perform evil.gain(); return $1; end $$;"
        "create function evil.row() returns trigger language plpgsql as"
        " $$ begin perform evil.gain(); return new; end $$");
    migration("001_a.sql", "create table a (i int, t text);\ninsert into a values (1, 'x'), (2, 'y');\n");
    migration("001_a.down.sql", "drop table a;\n");
    seed("001_s.sql", "insert into a values (3);\n");
  }

  /// Replaces MALLORY by the role's name.
  [[nodiscard]] std::string named(std::string sql) const {
    constexpr std::string_view kName = "MALLORY";
    for (std::size_t at = sql.find(kName); at != std::string::npos; at = sql.find(kName, at))
      sql.replace(at, kName.size(), mallory.name());
    return sql;
  }
  void superuser(const std::string& sql) { database.execute(named(sql)); }
  /// Runs the SQL as the hostile role.
  void planted(const std::string& sql) { connect(mallory.url()).execute(named(sql)); }

  [[nodiscard]] bool escalated() {
    return database.value(named("select rolsuper from pg_roles where rolname = 'MALLORY'")) == "t";
  }

  TemporaryRole mallory{database};
};

}  // namespace runner::test
