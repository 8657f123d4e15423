// The history and the files disagree: runner refuses before anything runs.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace refusals_history {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

const Names kApplied{"001_a.sql", "002_b.sql", "003_c.sql"};

struct History : RunnerFixture {
  History() {
    for (const char* name : {"001_a", "002_b", "003_c"}) {
      migration(std::string(name) + ".sql",
                fmt::format("-- {}\ncreate table {} (\n  i int\n);\n", name, name[4]));
      migration(std::string(name) + ".down.sql", fmt::format("drop table {};\n", name[4]));
    }
    run({"up"});
  }

  /// Checks that both commands print this and that neither changes the history.
  void require_refusal(const std::string& text) {
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"up"}, {"up", "--dry-run"}, {"down"}, {"down", "--dry-run", "--all"}}) {
      BOOST_TEST(said(run(command)) == text);
      BOOST_TEST(history() == kApplied);
    }
  }
};

}  // namespace refusals_history

BOOST_AUTO_TEST_SUITE(refusals_history)

BOOST_FIXTURE_TEST_CASE(a_changed_file_is_refused_with_the_difference, History) {
  migration("002_b.sql", "-- 002_b\ncreate table b (\n  i bigint,\n  j int\n);\n");
  migration("004_d.sql", "create table d (i int);");
  require_refusal(R"(
err: database/migrations/002_b.sql: error: "002_b.sql" was changed after it was applied (DATE, sha256 4bc0eb57… → 2083572d…)
err: detail:
err:      3 -  i int
err:      3 +  i bigint,
err:      4 +  j int
err: hint: Restore the file, and put the change into a new migration.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(a_changed_file_is_refused_even_when_its_old_text_is_gone, History) {
  database.execute("delete from migration_scripts");
  migration("003_c.sql", "create table c (i bigint);\n");
  require_refusal(R"(
err: database/migrations/003_c.sql: error: "003_c.sql" was changed after it was applied (DATE, sha256 d4742180… → 94064ebc…)
err: detail: The applied text was not stored, so runner cannot show the difference.
err: hint: Restore the file, and put the change into a new migration.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(every_changed_file_is_named, History) {
  migration("001_a.sql", "create table a (i bigint);\n");
  migration("003_c.sql", "create table c (i bigint);\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(says(outcome, 4, "\"001_a.sql\" was changed"));
  BOOST_TEST(says(outcome, 4, "The same holds for 1 more: \"003_c\".\n"));
}

BOOST_FIXTURE_TEST_CASE(a_missing_file_is_refused, History) {
  remove_migration("002_b.sql");
  remove_migration("002_b.down.sql");
  require_refusal(R"(
err: error: "002_b" is applied, but its file is missing
err: hint: Restore the file, or check out the release that was deployed; later files are here.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(every_missing_file_is_named, History) {
  for (const char* name : {"001_a.sql", "001_a.down.sql", "002_b.sql", "002_b.down.sql"})
    remove_migration(name);
  require_refusal(R"(
err: error: "001_a" is applied, but its file is missing
err: detail: The same holds for 1 more: "002_b".
err: hint: Restore the file, or check out the release that was deployed; later files are here.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(a_file_that_took_the_number_of_an_applied_one_is_refused, History) {
  remove_migration("002_b.sql");
  remove_migration("002_b.down.sql");
  migration("002_other.sql", "create table other (i int);\n");
  require_refusal(R"(
err: database/migrations/002_other.sql: error: "002_b" is applied, but its number belongs to "002_other.sql" here
err: hint: Restore the applied file, and give this one a number above the newest.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(a_renamed_file_is_the_applied_one_when_its_text_is_the_same, History) {
  migration("002_better_name.sql", project.read("database/migrations/002_b.sql"));
  remove_migration("002_b.sql");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(run({"down", "--all"}).exit_code == 0);
  BOOST_TEST(history().empty());
}

BOOST_FIXTURE_TEST_CASE(a_pending_number_below_the_newest_is_refused, History) {
  migration("0021_late.sql", "select 1;");
  migration("00_first.sql", "select 1;");
  migration("0022_later.sql", "select 1;");
  const std::string pending = R"(
err: error: "00_first" is pending, but "003_c" after it is already applied
err: hint: Give it a number above the newest, or run with --out-of-order.
exit: 4
)";
  require_refusal(pending);
}

BOOST_FIXTURE_TEST_CASE(every_number_below_the_newest_is_named, History) {
  run({"down", "--to", "0"});
  remove_migration("002_b.sql");
  remove_migration("002_b.down.sql");
  remove_migration("001_a.sql");
  remove_migration("001_a.down.sql");
  run({"up"});
  migration("001_a.sql", "select 1;");
  migration("002_b.sql", "select 1;");
  BOOST_TEST(said(run({"up"})) == R"(
err: error: "001_a" is pending, but "003_c" after it is already applied
err: detail: The same holds for 1 more: "002_b".
err: hint: Give it a number above the newest, or run with --out-of-order.
exit: 4
)");
  BOOST_TEST(history() == (Names{"003_c.sql"}));
}

BOOST_FIXTURE_TEST_CASE(another_table_of_this_name_is_refused_with_the_difference, RunnerFixture) {
  database.execute(
      "create table migration_history (migration_id text primary key, executed_at timestamptz, success "
      "bool)");
  migration("001_a.sql", "create table a (i int);");
  const std::string refusal = R"(
err: error: runner cannot work with the table "public".migration_history as it is
err: detail: Differences from the table that runner creates: it has no column id, migration_name, applied_at, checksum; it has columns that are not runner's and need a value: migration_id.
err: hint: If it lists what was applied here, add what is missing:
err:   ALTER TABLE "public".migration_history ADD COLUMN id serial, ADD COLUMN migration_name varchar(255) UNIQUE, ADD COLUMN applied_at timestamp, ADD COLUMN checksum varchar(64), ALTER COLUMN migration_id DROP NOT NULL;
err:   If it is for something else, keep runner's tables in another schema: --schema NAME.
exit: 4
)";
  for (const char* command : {"up", "down", "status"}) BOOST_TEST(said(run({command})) == refusal);
  BOOST_TEST(!database.exists("a"));
  BOOST_TEST(!database.exists("migration_log"));
  database.execute("create schema ops");
  BOOST_TEST(run({"up", "--schema", "ops"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_role_that_may_create_nothing_is_told_what_it_lacks, RunnerFixture) {
  TemporaryRole role(database);
  migration("001_a.sql", "create table a (i int);");
  BOOST_TEST(said(run({"up", "--database-url", role.url()})) == R"(
err: error: could not create runner's own tables: permission denied for schema public [42501]
err: hint: Grant the role CREATE and USAGE on that schema.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(a_schema_that_does_not_exist_is_refused, RunnerFixture) {
  migration("001_a.sql", "create table a (i int);");
  BOOST_TEST(said(run({"up", "--schema", "nowhere"})) == R"(
err: error: the schema "nowhere" does not exist
err: hint: Create it first: create schema "nowhere";
exit: 1
)");
}

BOOST_AUTO_TEST_SUITE_END()
