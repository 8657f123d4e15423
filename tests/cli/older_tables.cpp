// Tables that an older runner created or to which a user has added columns.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace older_tables {

using namespace runner::test;
using Names = std::vector<std::string>;

struct Lacking {
  std::string_view table, column, type;
};
std::ostream& operator<<(std::ostream& out, const Lacking& lacking) {
  return out << lacking.table << " without " << lacking.column;
}

const std::vector<Lacking> shapes{
    {"migration_log", "environment", "text"},
    {"migration_log", "checksum", "character varying(64)"},
    {"migration_log", "down_checksum", "character varying(64)"},
    {"migration_log", "took_ms", "bigint"},
    {"migration_log", "statement", "integer"},
    {"migration_log", "statement_count", "integer"},
    {"migration_log", "prefix_checksum", "character varying(64)"},
    {"migration_log", "tries", "integer"},
    {"migration_log", "sqlstate", "character varying(5)"},
    {"migration_log", "error", "text"},
    {"migration_log", "database_role", "text"},
    {"migration_log", "os_user", "text"},
    {"migration_log", "host", "text"},
    {"migration_log", "origin", "text"},
    {"migration_log", "runner_version", "text"},
    {"migration_scripts", "stored_at", "timestamp with time zone"},
    {"seed_history", "applied_at", "timestamp with time zone"},
};

struct Older : RunnerFixture {
  Older() {
    pair("001_a");
    seed("001_s.sql", "select 1;\n");
    BOOST_REQUIRE(run({"up"}).exit_code == 0);
    BOOST_REQUIRE(run({"seed"}).exit_code == 0);
    pair("002_b");
    seed("002_t.sql", "select 2;\n");
  }

  /// The type of a column, and whether it may be NULL; "no row" when there is none.
  std::string column(const Lacking& lacking) {
    return database.value(fmt::format(
        "select format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end"
        " from pg_attribute where attrelid = '{}'::regclass and attname = '{}' and not attisdropped",
        lacking.table, lacking.column));
  }
};

}  // namespace older_tables

BOOST_AUTO_TEST_SUITE(older_tables)

// Each "up" restores the tables, so that the test can drop the next column.
BOOST_FIXTURE_TEST_CASE(what_only_reads_works_without_a_later_column_and_what_writes_adds_it, Older) {
  std::size_t applied = 1;
  for (const Lacking& lacking : shapes) {
    BOOST_TEST_CONTEXT(lacking) {
      database.execute(fmt::format("alter table {} drop column {}", lacking.table, lacking.column));
      for (const Names& reading : std::vector<Names>{
               {"status"}, {"log"}, {"up", "--dry-run"}, {"down", "--dry-run"}, {"seed", "--dry-run"}}) {
        const Outcome outcome = run(reading);
        BOOST_TEST(outcome.exit_code == 0, outcome.err);
      }
      BOOST_TEST(column(lacking) == "no row");
      const Outcome up = run({"up"});
      BOOST_TEST(up.exit_code == 0, up.err);
      BOOST_TEST(column(lacking) == lacking.type);
      BOOST_TEST(history().size() == ++applied);
      pair(fmt::format("{:03}_t{}", applied + 1, applied));
    }
  }
  BOOST_TEST(run({"seed"}).exit_code == 0);
  BOOST_TEST(run({"log"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_role_that_does_not_own_the_table_is_told_what_the_owner_has_to_run, Older) {
  TemporaryRole deploy(database);
  database.execute(
      fmt::format("alter table migration_log drop column host; grant create on schema public to {0}; grant "
                  "select, insert, update,"
                  " delete on migration_history, migration_log, migration_scripts, seed_history to {0};"
                  " grant usage on sequence migration_history_id_seq to {0}",
                  deploy.name()));
  BOOST_TEST(said(run_at(deploy.url(), {"up"})) == R"(
err: error: could not create runner's own tables: must be owner of table migration_log [42501]
err: hint: Let the table's owner run this once: ALTER TABLE "public".migration_log ADD COLUMN host text;
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(columns_that_the_user_has_added_are_left_alone, Older) {
  database.execute(
      "alter table migration_history add ticket text, add seen timestamptz not null default now();"
      "alter table migration_log add note text; alter table migration_scripts add note text;"
      "alter table seed_history add note text");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(run({"seed"}).exit_code == 0);
  BOOST_TEST(run({"status"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}), boost::test_tools::per_element());
  BOOST_TEST(database.value("select count(*) from migration_history where ticket is null") == "2");
}

BOOST_AUTO_TEST_SUITE_END()
