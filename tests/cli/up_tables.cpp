// What "up" stores in the database, and in which schema.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"
#include "text/checksum.hpp"

namespace up_tables {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;

struct Kept : RunnerFixture {
  Kept() {
    pair("001_a");
    migration("002_b.sql", "create table b (i int);\n");
    migration("003_c.sql", "create table c (i int);\n");
  }
};

}  // namespace up_tables

BOOST_AUTO_TEST_SUITE(up_tables)

BOOST_FIXTURE_TEST_CASE(up_writes_down_what_it_applied, Kept) {
  run({"up", "--steps", "1"});
  const std::string sum = Checksum::of("create table a (i int);\n").hex();
  BOOST_TEST(database.value("select migration_name || ' ' || checksum from migration_history") ==
             "001_a.sql " + sum);
  BOOST_TEST(database.value("select concat_ws(' ', action, outcome, name, statement_count, tries,"
                            " database_role, os_user, runner_version) from migration_log") ==
             "up done 001_a 1 1 runner tester 0.1.0");
  BOOST_TEST(database.value("select checksum from migration_log") == sum);
  BOOST_TEST(database.column("select text from migration_scripts order by text") ==
             (Names{"create table a (i int);\n", "drop table a;\n"}));
}

BOOST_FIXTURE_TEST_CASE(up_writes_down_what_failed, RunnerFixture) {
  migration("001_a.sql", "select 1/0;");
  run({"up"});
  BOOST_TEST(
      database.value("select concat_ws(' ', action, outcome, name, sqlstate, error) from migration_log") ==
      "up failed 001_a 22012 division by zero");
  BOOST_TEST(history().empty());
}

// The table is a contract: users' own scripts read it.
BOOST_FIXTURE_TEST_CASE(the_history_table_is_the_promised_one_letter_for_letter, Kept) {
  run({"up"});
  database.execute(
      "create schema promised;"
      "CREATE TABLE promised.migration_history ("
      "    id SERIAL PRIMARY KEY,"
      "    migration_name VARCHAR(255) UNIQUE NOT NULL,"
      "    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,"
      "    checksum VARCHAR(64))");
  const auto columns = [&](const std::string& schema) {
    return database.column(fmt::format(
        "select concat_ws(' ', ordinal_position, column_name, data_type, character_maximum_length,"
        " datetime_precision, is_nullable, replace(column_default, '{0}.', '')) from"
        " information_schema.columns where table_schema = '{0}' and table_name = 'migration_history'"
        " union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint"
        " where conrelid = '{0}.migration_history'::regclass order by 1",
        schema));
  };
  BOOST_TEST(columns("promised").size() == 6U);
  BOOST_TEST(columns("public") == columns("promised"));
}

BOOST_FIXTURE_TEST_CASE(schema_says_where_the_tables_of_runner_are, Kept) {
  database.execute("create schema ops");
  BOOST_TEST(run({"up", "--schema", "ops"}).exit_code == 0);
  BOOST_TEST(tables() == (Names{"a", "b", "c"}));
  BOOST_TEST(database.value("select count(*) from ops.migration_history") == "3");
  BOOST_TEST(said(run({"up", "--schema", "ops"})) == R"(
out: nothing to do: no migration is pending; at 003_c
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(the_tables_of_runner_are_in_the_first_schema_of_search_path_that_exists, Kept) {
  database.execute(fmt::format("create schema ops; alter database {} set search_path = nowhere, ops, public",
                               database.name()));
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select count(*) from ops.migration_history") == "3");
}

// "create schema app" does the same for the user "app", whose search_path is "$user", public.
BOOST_FIXTURE_TEST_CASE(a_schema_that_hides_the_history_does_not_make_everything_run_again, RunnerFixture) {
  migration("001_a.sql", "create schema runner;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  for (const char* command : {"up", "down", "status"}) {
    BOOST_TEST(said(run({command})) == R"(
err: error: migration_history is in the schema "public", but "runner" comes first in search_path
err: hint: Choose one: --schema public uses that history.
exit: 4
)");
  }
  BOOST_TEST(run({"up", "--schema", "public"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_schema_with_an_odd_name_is_quoted, Kept) {
  database.execute(R"(create schema "Odd ""name""")");
  BOOST_TEST(run({"up", "--schema", R"(Odd "name")"}).exit_code == 0);
  BOOST_TEST(database.value(R"(select count(*) from "Odd ""name""".migration_history)") == "3");
}

// runner undoes the step, which restores everything that it dropped. With the tables elsewhere it would run.
BOOST_FIXTURE_TEST_CASE(a_file_that_drops_the_schema_with_the_tables_is_told_where_to_keep_them, Kept) {
  BOOST_TEST(run({"up"}).exit_code == 0);
  migration("900_drop.sql", "drop schema public cascade;\ncreate schema public;\n");
  const Outcome outcome = run({"up", "--quiet"});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.err ==
             "database/migrations/900_drop.sql: error: could not write the history row: relation "
             "\"public.migration_history\" does not exist [42P01]\n"
             "hint: The script drops runner's own tables. Keep them in their own schema: --schema "
             "NAME.\n  \"900_drop\" was undone; the database is at 003_c.\n");
  BOOST_TEST(database.value("select count(*) from migration_history") == "3");
}

// runner's own connection still works, so it must not wait for the server.
BOOST_FIXTURE_TEST_CASE(a_file_that_speaks_of_another_connection_has_failed_by_itself, RunnerFixture) {
  migration("001_a.sql", "do $$ begin raise 'the remote side is down' using errcode = '08001'; end $$;\n");
  BOOST_TEST(says(run({"up"}), 3, "error: the remote side is down [08001]\n"));
  BOOST_TEST(history().empty());
}

BOOST_AUTO_TEST_SUITE_END()
