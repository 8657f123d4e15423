// Unusable files: runner refuses them with their place before it touches the database.

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace refusals {

using namespace runner::test;
using namespace std::string_view_literals;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct BadFile {
  std::string_view what, name, text, error;
};
std::ostream& operator<<(std::ostream& out, const BadFile& file) { return out << file.what; }

const std::vector<BadFile> bad_names{
    {"a second file of one number", "1_b.sql", "", R"(
err: database/migrations/1_b.sql: error: number 1 is already used by "001_a.sql"
err: hint: Give one of the two files another number.
exit: 1
)"},
    {"a second down of one number", "01_b.down.sql", "", R"(
err: database/migrations/01_b.down.sql: error: number 01 already has the down file "001_a.down.sql"
err: hint: Remove one of the two files, or give it the number of its up file.
exit: 1
)"},
    {"a down without its up", "002_b.down.sql", "", R"(
err: database/migrations/002_b.down.sql: error: "002_b.down.sql" has no up file
err: hint: Add "002_b.sql", or remove the down file.
exit: 1
)"},
    {"a rollback under another spelling", "002_b_down.sql", "", R"(
err: database/migrations/002_b_down.sql: error: "002_b_down.sql" looks like a rollback, but would run as an up
err: hint: Name a rollback NNN_name.down.sql; give anything else another name.
exit: 1
)"},
    {"a rollback under one more spelling", "002_b-rollback.sql", "", R"(
err: database/migrations/002_b-rollback.sql: error: "002_b-rollback.sql" looks like a rollback, but would run as an up
err: hint: Name a rollback NNN_name.down.sql; give anything else another name.
exit: 1
)"},
    {"a number alone", "002.sql", "", R"(
err: database/migrations/002.sql: error: "002.sql" has no "_" or "-" and name after its number
err: hint: Name it NNN_name.sql.
exit: 1
)"},
    {"a number without a separator", "002b.sql", "", R"(
err: database/migrations/002b.sql: error: "002b.sql" has no "_" or "-" and name after its number
err: hint: Name it NNN_name.sql.
exit: 1
)"},
};

const std::vector<BadFile> bad_texts{
    {"UTF-16", "002_b.sql", "\xFF\xFEs\0e\0l\0"sv, R"(
err: database/migrations/002_b.sql:1:1: error: the file is in UTF-16, not UTF-8
err: hint: Save the file as UTF-8, for example: iconv -f UTF-16 -t UTF-8
exit: 1
)"},
    {"a win1252 letter", "002_b.sql", "select 1;\nselect 'é', 'caf\xE9';", R"(
err: database/migrations/002_b.sql:2:17: error: the file is not UTF-8: byte 0xe9
err: hint: Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8
exit: 1
)"},
    {"a NUL byte", "002_b.sql", "select\n  1\0;"sv, R"(
err: database/migrations/002_b.sql:2:4: error: the file holds a NUL byte
err: hint: Remove the byte: PostgreSQL text cannot hold it.
exit: 1
)"},
    {"an unknown directive", "002_b.sql", "-- runner: no-transactions\nselect 1;", R"(
err: database/migrations/002_b.sql:1:12: error: unknown directive "no-transactions"
err:     -- runner: no-transactions
err:                ^
err: hint: Known are: no-transaction, lock-timeout, statement-timeout, irreversible, secret.
exit: 1
)"},
    {"a directive without its value", "002_b.sql", "-- runner: lock-timeout soon\nselect 1;", R"(
err: database/migrations/002_b.sql:1:12: error: "lock-timeout" needs a duration, not "soon"
err:     -- runner: lock-timeout soon
err:                ^
err: hint: Write a number and a unit: 500ms, 10s, 15min, 1h; or 0 for no limit.
exit: 1
)"},
    {"a late directive", "002_b.sql", "select 1;\n-- runner: no-transaction\nvacuum;", R"(
err: database/migrations/002_b.sql:2:1: error: a directive must come before the first statement
err:     -- runner: no-transaction
err:     ^
err: hint: Move the line to the top of the file; of an included file, to the one that includes it.
exit: 1
)"},
    {"irreversible with a down file", "001_a.sql", "-- runner: irreversible \"why\"\nselect 1;", R"(
err: database/migrations/001_a.down.sql: error: "001_a.sql" says that it is irreversible, but has a down file
err: hint: Remove the directive or the down file.
exit: 1
)"},
    {"text behind COPY", "002_b.sql", "create table b (i int);\nCOPY b FROM stdin; select 1;\n1\n\\.\n", R"(
err: database/migrations/002_b.sql:2:20: error: only rows may follow COPY … FROM STDIN, from the next line on
err:     COPY b FROM stdin; select 1;
err:                        ^
err: hint: Move the text after it below the line with "\.".
exit: 1
)"},
    {"COPY to the client", "002_b.sql", "copy b to stdout;", R"(
err: database/migrations/002_b.sql:1:1: error: COPY … TO STDOUT cannot run here: a script has no output
err:     copy b to stdout;
err:     ^
err: hint: Run it with psql.
exit: 1
)"},
    {"a psql command", "002_b.sql", "select 1;\n\\connect other\n", R"(
err: database/migrations/002_b.sql:2:1: error: psql command "\connect" cannot run here
err:     \connect other
err:     ^
err: hint: Every file runs in the one database that runner is connected to.
exit: 1
)"},
    {"standard_conforming_strings off", "002_b.sql",
     "create table b (s text);\nSET standard_conforming_strings = off;\ninsert into b values ('\\n');", R"(
err: database/migrations/002_b.sql:2:1: error: standard_conforming_strings cannot be turned off in a file
err:     SET standard_conforming_strings = off;
err:     ^
err: hint: Remove the statement, and write E'…' where a backslash in a string escapes.
exit: 1
)"},
    {"COMMIT in the middle", "002_b.sql", "create table b (i int);\nCOMMIT;\ncreate table c (i int);", R"(
err: database/migrations/002_b.sql:2:1: error: "COMMIT" would break the transaction that the file runs in
err:     COMMIT;
err:     ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it statement by statement.
exit: 1
)"},
    {"ROLLBACK at the end", "002_b.sql", "begin; create table b (i int); rollback;", R"(
err: database/migrations/002_b.sql:1:32: error: "rollback" would break the transaction that the file runs in
err:     begin; create table b (i int); rollback;
err:                                    ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it statement by statement.
exit: 1
)"},
    {"a transaction that never ends", "002_b.sql", "BEGIN;\ncreate table b (i int);", R"(
err: database/migrations/002_b.sql:1:1: error: the file begins a transaction and never ends it
err:     BEGIN;
err:     ^
err: hint: Remove the BEGIN: the file runs in a transaction anyway.
exit: 1
)"},
    {"a quote that never ends", "002_b.sql", "insert into a values ('it);", R"(
err: database/migrations/002_b.sql:1:23: error: unterminated quoted string
err:     insert into a values ('it);
err:                           ^
exit: 1
)"},
    {"VACUUM in the file's own transaction", "002_b.sql", "begin;\nvacuum;\ncommit;", R"(
err: database/migrations/002_b.sql:2:1: error: "vacuum" cannot run in the transaction that begins on line 1
err:     vacuum;
err:     ^
err: hint: Move it after the COMMIT, or into a file of its own.
exit: 1
)"},
    {"a down file in the same state", "001_a.down.sql", "drop table a;\ncommit;", R"(
err: database/migrations/001_a.down.sql:2:1: error: "commit" would break the transaction that the file runs in
err:     commit;
err:     ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it statement by statement.
exit: 1
)"},
};

struct Pair : RunnerFixture {
  Pair() { pair("001_a"); }
};

}  // namespace refusals

BOOST_AUTO_TEST_SUITE(refusals)

BOOST_DATA_TEST_CASE(a_file_whose_name_cannot_be_right_stops_everything_first, bdata::make(bad_names), file) {
  Pair fixture;
  fixture.migration(std::string(file.name), file.text);
  BOOST_TEST(said(fixture.run({"up"})) == file.error);
  BOOST_TEST(said(fixture.run({"down", "--all"})) == file.error);
  const Outcome status = fixture.run({"status"});
  BOOST_TEST(said({1, "", status.err}) == file.error);
  BOOST_TEST(contains(status.out, "1 unreadable"), status.out);
  BOOST_TEST(status.exit_code == 1);
  BOOST_TEST(fixture.tables().empty());
}

BOOST_DATA_TEST_CASE(a_file_whose_text_cannot_run_stops_everything_first, bdata::make(bad_texts), file) {
  Pair fixture;
  fixture.migration(std::string(file.name), file.text);
  BOOST_TEST(said(fixture.run({"up"})) == file.error);
  BOOST_TEST(fixture.tables().empty());
}

BOOST_FIXTURE_TEST_CASE(a_bad_file_is_refused_without_a_server, Pair) {
  migration("002_b.sql", "\\c other\n");
  BOOST_TEST(says(run_at("postgresql://nobody@127.0.0.1:1/nothing", {"up"}), 1,
                  "psql command \"\\c\" cannot run here"));
}

BOOST_FIXTURE_TEST_CASE(a_rollback_under_another_name_is_told_and_used, Pair) {
  migration("002_b.sql", "create table b (i int);");
  migration("002_undo_it.down.sql", "drop table b;");
  BOOST_TEST(said(run({"up"})) == R"(
err: note: "002_undo_it.down.sql" is the rollback of "002_b.sql" by its number, but has another name
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... N ms
out: applied 2 migrations in N ms; at 002_b
exit: 0
)");
  BOOST_TEST(run({"down"}).exit_code == 0);
  BOOST_TEST(!database.exists("b"));
}

BOOST_FIXTURE_TEST_CASE(a_folder_in_which_no_file_is_a_migration_is_not_taken_for_an_empty_one,
                        RunnerFixture) {
  migration("V1__init.sql", "create table a (i int);");
  const std::string refusal = R"(
err: database/migrations: error: found 1 .sql file, but no migration
err: detail: database/migrations/V1__init.sql is named for Flyway.
err: hint: Name a migration NNN_name.sql.
exit: 1
)";
  for (const char* command : {"up", "down", "status"}) {
    BOOST_TEST_CONTEXT(command) { BOOST_TEST(said(run({command})) == refusal); }
  }
  remove_migration("V1__init.sql");
  migration("001_a.sql", "create table a (i int);");
  BOOST_TEST(said(run({"up", "--migrations", "database"})) == R"(
err: database: error: found 1 .sql file, but no migration
err: detail: database/migrations/001_a.sql is in a folder below; only the folder itself is read.
err: hint: If it is a migration, name its folder: --migrations database/migrations
exit: 1
)");
}

BOOST_FIXTURE_TEST_CASE(files_that_never_run_are_told, Pair) {
  migration("hotfix.sql", "drop table a;");
  migration("old/002_b.sql", "drop table a;");
  BOOST_TEST(said(run({"up"})) == R"(
err: note: database/migrations/hotfix.sql has no number and never runs
err: note: database/migrations/old/ holds .sql files that never run: only the folder itself is read
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
  BOOST_TEST(history() == (Names{"001_a.sql"}));
}

BOOST_AUTO_TEST_SUITE_END()
