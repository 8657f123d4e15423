// psql commands in files: includes, variables, \echo, and those that cannot run.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace files_psql {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Psql : RunnerFixture {
  std::string said_of(const std::string& sql, const Names& arguments = {"up"}) {
    migration("001_a.sql", sql);
    return said(run(arguments));
  }
};

struct SaidCase {
  std::string_view what;
  std::string sql;
  std::string said;
};
std::ostream& operator<<(std::ostream& out, const SaidCase& c) { return out << c.what; }

const std::string kHereOnly = "hint: Remove the line, or run the file with psql.";

const std::vector<SaidCase> refused{
    {"connecting elsewhere", "select 1;\n\\connect other\n",
     R"(2:1: error: psql command "\connect" cannot run here
err:     \connect other
err:     ^
err: hint: Every file runs in the one database that runner is connected to.)"},
    {"a shell", "select 1; \\! rm -rf /\n", R"(1:11: error: psql command "\!" cannot run here
err:     select 1; \! rm -rf /
err:               ^
err: hint: A file runs only SQL.)"},
    {"a condition", "\\set a 1\n\\if :a\nselect 1;\n\\endif\n",
     R"(2:1: error: psql command "\if" cannot run here
err:     \if :a
err:     ^
err: hint: Decide in SQL instead, for example in a DO block.)"},
    {"statements from a query", "select 'drop table t'\n\\gexec\n",
     R"(2:1: error: psql command "\gexec" cannot run here
err:     \gexec
err:     ^
err: hint: Run the statements themselves, or build them in a DO block with EXECUTE.)"},
    {"a variable from a query", "select 1 as a \\gset\n", R"(1:15: error: psql command "\gset" cannot run here
err:     select 1 as a \gset
err:                   ^
err: hint: Run the statements themselves, or build them in a DO block with EXECUTE.)"},
    {"a variable from the environment", "\\getenv home HOME\n",
     R"(1:1: error: psql command "\getenv" cannot run here
err:     \getenv home HOME
err:     ^
err: hint: Give the value with --set NAME=value.)"},
    {"a variable from a program", "\\set today `date`\n",
     R"(1:1: error: a command in backquotes cannot run here
err:     \set today `date`
err:     ^
err: hint: Give the value with --set NAME=value.)"},
    {"the end of the file", "select 1;\n\\q\nselect 2;\n", R"(2:1: error: psql command "\q" cannot run here
err:     \q
err:     ^
err: )" + kHereOnly},
    {"another file for the output", "\\o /tmp/out\n", R"(1:1: error: psql command "\o" cannot run here
err:     \o /tmp/out
err:     ^
err: )" + kHereOnly},
    {"a description", "\\d+ users\n", R"(1:1: error: psql command "\d+" cannot run here
err:     \d+ users
err:     ^
err: )" + kHereOnly},
    {"joined statements", "select 1\\; select 2;\n",
     R"(1:9: error: psql command "\" is in the middle of a statement
err:     select 1\; select 2;
err:             ^
err: hint: End the statement before it with ";".)"},
    {"a command in the middle of a statement",
     "create table t (i int);\ndelete from t\n\\set a 1\n where i = :a;\n",
     R"(3:1: error: psql command "\set" is in the middle of a statement
err:     \set a 1
err:     ^
err: hint: End the statement before it with ";".)"},
    {"two commands on a line", "\\set a 1 \\set b 2\n",
     R"(1:1: error: a line can have only one psql command
err:     \set a 1 \set b 2
err:     ^
err: hint: Write what follows it on a line of its own.)"},
    {"a variable without a name", "\\set\n", R"(1:1: error: \set needs a name
err:     \set
err:     ^)"},
    {"an open quote", "\\echo 'a\n", R"(1:1: error: unterminated quoted string
err:     \echo 'a
err:     ^)"},
    {"an include without a name", "\\i\n", R"(1:1: error: \i needs one file name
err:     \i
err:     ^)"},
    {"an include that is not there", "-- é\n  \\ir none.sql\n",
     R"(2:3: error: could not read "database/migrations/none.sql": No such file or directory
err:       \ir none.sql
err:       ^)"},
    {"a value of two statements", "\\set a '1; commit'\nselect :a;\n",
     R"(2:1: error: the values of its variables make this more than one statement
err:     select :a;
err:     ^
err: hint: A value may be part of one statement only: write the rest into the file.)"},
    {"a value that commits", "\\set a commit\nselect 1;\n:a;\n",
     R"(3:1: error: ":a" would break the transaction that the file runs in
err:     :a;
err:     ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it statement by statement.)"},
    {"goose's rollback in the same file",
     "-- +goose Up\ncreate table t (i int);\n-- +goose Down\ndrop table t;\n",
     R"(3:1: error: "-- +goose Down" begins a rollback in the same file, which would run as part of it
err:     -- +goose Down
err:     ^
err: hint: Move the text after it into its own file: NNN_name.down.sql)"},
    {"dbmate's", "-- migrate:up\ncreate table t (i int);\n\n-- migrate:down\ndrop table t;\n",
     R"(4:1: error: "-- migrate:down" begins a rollback in the same file, which would run as part of it
err:     -- migrate:down
err:     ^
err: hint: Move the text after it into its own file: NNN_name.down.sql)"},
    {"sql-migrate's", "-- +migrate Up\nselect 1;\n-- +migrate Down\n",
     R"(3:1: error: "-- +migrate Down" begins a rollback in the same file, which would run as part of it
err:     -- +migrate Down
err:     ^
err: hint: Move the text after it into its own file: NNN_name.down.sql)"},
    {"a late directive", "select 1;\n-- runner: no-transaction\n",
     R"(2:1: error: a directive must come before the first statement
err:     -- runner: no-transaction
err:     ^
err: hint: Move the line to the top of the file; of an included file, to the one that includes it.)"},
};

struct FilledCase {
  std::string_view what;
  std::string sql, value;
};

// --set defines name=O'Neil, number=7, column="odd, empty= and backslash=a\'b.
const std::vector<FilledCase> filled{
    {"a value", "insert into t values (:number + 1);", "8"},
    {"a literal", "insert into t values (:'name');", "O'Neil"},
    {"a literal with a backslash", "insert into t values (:'backslash');", "a\\'b"},
    {"an empty literal", "insert into t values ('<' || :'empty' || '>');", "<>"},
    {"a name",
     "create table u as select 1 as :\"column\"; insert into t select attname from pg_attribute where "
     "attrelid = 'u'::regclass and attnum = 1;",
     "\"odd"},
    {"a name that nobody defined", "insert into t select (array['a','b'])[1:n] from (values (1)) as v(n);",
     "{a}"},
    {"whether one is defined", "insert into t values (concat(:{?number}, :{?empty}, :{?nobody}));", "ttf"},
    {"a cast", "insert into t values ('x'::name);", "x"},
    {"a string", "insert into t values (':name');", ":name"},
    {"a dollar-quoted string", "insert into t values ($$:'name'$$);", ":'name'"},
    {"a quoted identifier", "insert into t select \":name\" from (values ('x')) as v(\":name\");", "x"},
    {"what \\set says wins over --set", "\\set number 9\ninsert into t values (:number);", "9"},
    {"before the \\set it does not", "insert into t values (:number);\n\\set number 9\n", "7"},
    {"joined values", "\\set both :number - :'name'\ninsert into t values (:'both');", "7-'O''Neil'"},
    {"escapes", "\\set v 'a\\tb''c\\\\'\ninsert into t values (:'v');", "a\tb'c\\"},
    {"after an \\unset",
     "\\unset number\ninsert into t select (array['a'])[1:number] from (values (1)) as v(number);", "{a}"},
    {"a condition of COPY", "copy t from stdin where s = :'name';\nO'Neil\n:name\n\\.\n", "O'Neil"},
    {"the stdin of COPY", "\\set from stdin\ncopy t from :from;\n:name\n\\.\n", ":name"},
    {"a whole COPY", "\\set copy 'copy t from stdin'\n:copy;\n:name\n\\.\n", ":name"},
    {"nothing but an empty value", ":empty;\ninsert into t values (:number);\n:empty;\n", "7"},
    {"rows", "copy t from stdin;\n:name\n\\.\n", ":name"},
    {"the name of a file", "\\set part rows\n\\i parts/:part.sql\n", "from parts/rows.sql"},
    {"in an included file", "\\i parts/number.sql\n", "7"},
    {"from an included file", "\\i parts/set.sql\ninsert into t values (:number);\n", "11"},
};

}  // namespace files_psql

BOOST_AUTO_TEST_SUITE(files_psql)

BOOST_DATA_TEST_CASE(what_cannot_run_is_refused_with_its_place_before_anything_runs, bdata::make(refused),
                     c) {
  Psql psql;
  BOOST_TEST(psql.said_of(c.sql) == "\nerr: database/migrations/001_a.sql:" + c.said + "\nexit: 1\n");
  BOOST_TEST(!psql.database.exists("migration_history"));
}

// Each case has its own file: a variable that one file sets does not affect the next file.
BOOST_FIXTURE_TEST_CASE(a_variable_is_filled_in_as_psql_does, Psql) {
  migration("parts/rows.sql", "insert into t values ('from parts/rows.sql');\n");
  migration("parts/number.sql", "insert into t values (:number);\n");
  migration("parts/set.sql", "\\set number 11\n");
  for (std::size_t i = 0; i < filled.size(); ++i) {
    migration(fmt::format("{:03}_v.sql", i + 1),
              fmt::format("create table t (s text);\n{}\nalter table t rename to t_{};\n", filled[i].sql, i));
  }
  const Outcome outcome = run({"up", "--set", "name=O'Neil", "--set", "number=7", "--set", "column=\"odd",
                               "--set", "empty=", "--set", "backslash=a\\'b"});
  BOOST_REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
  for (std::size_t i = 0; i < filled.size(); ++i) {
    BOOST_TEST_CONTEXT(filled[i].what) {
      BOOST_TEST(database.value(fmt::format("select s from t_{}", i)) == filled[i].value);
    }
  }
}

BOOST_FIXTURE_TEST_CASE(a_variable_that_nobody_defined_is_left_as_it_stands, Psql) {
  BOOST_TEST(said_of("select 1;\nselect :nobody;\n") == R"(
err:   up 001_a ......................................... failed
err: database/migrations/001_a.sql:2:8: error: syntax error at or near ":" [42601]
err:     select :nobody;
err:            ^
err: hint: "001_a" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(the_place_of_an_error_is_right_behind_a_variable, Psql) {
  BOOST_TEST(said_of("\\set a 'a long value'\nselect 1;\nselect :'a' as é, bogus;\n") == R"(
err:   up 001_a ......................................... failed
err: database/migrations/001_a.sql:3:19: error: column "bogus" does not exist [42703]
err:     select :'a' as é, bogus;
err:                       ^
err: hint: "001_a" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(what_set_gives_does_not_change_the_checksum, Psql) {
  said_of("create table t as select :number as i;\n", {"up", "--set", "number=7"});
  BOOST_TEST(run({"status", "--check", "--set", "number=8"}).exit_code == 0);
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(echo_shows_its_words_among_the_progress, Psql) {
  BOOST_TEST(
      said_of("\\echo -n loading :'who' 'it''s'   done\n\\echo\nselect 1;\n\\echo :nobody \"quoted\"\n",
              {"up", "--set", "who=Ada"}) == R"(
err:     loading 'Ada' it's done
err:     
err:     :nobody "quoted"
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(quiet_keeps_echo_to_itself, Psql) {
  BOOST_TEST(said_of("\\echo loading\nselect 1;\n", {"up", "--quiet"}) == R"(
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(an_include_is_relative_to_the_file_that_names_it, Psql) {
  project.write("database/parts/tables.sql",
                "create table t (s text);\n\\i more/rows.sql\ninsert into t values ('tables')");
  project.write("database/parts/more/rows.sql",
                "\\ir ../../migrations/top.sql\n\\copy t from 'rows.csv' csv\n");
  project.write("database/parts/more/rows.csv", "rows.csv\n");
  migration("top.sql", "insert into t values ('top');\n");
  BOOST_TEST(said_of("\\i ../parts/tables.sql\ninsert into t values ('last');\n\\include 'top.sql'\n") == R"(
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
  BOOST_TEST(
      database.column("select s from t order by ctid") == (Names{"top", "rows.csv", "tables", "last", "top"}),
      boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(an_included_file_belongs_to_the_checksum, Psql) {
  project.write("database/parts/t.sql", "create table t (i int);\n");
  said_of("\\i ../parts/t.sql\n");
  project.write("database/parts/t.sql", "create table t (i int);\r\n");
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
  project.write("database/parts/t.sql", "create table t (i bigint);\n");
  BOOST_TEST(run({"status", "--check"}).exit_code == 4);
}

BOOST_FIXTURE_TEST_CASE(an_included_file_is_not_said_to_never_run, Psql) {
  migration("helper.sql", "select 1;\n");
  migration("parts/more.sql", "select 1;\n");
  migration("forgotten.sql", "select 1;\n");
  migration("old/forgotten.sql", "select 1;\n");
  BOOST_TEST(said_of("\\i helper.sql\n\\i parts/../parts/more.sql\n") == R"(
err: note: database/migrations/forgotten.sql has no number and never runs
err: note: database/migrations/old/ holds .sql files that never run: only the folder itself is read
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(an_included_seed_is_not_said_to_never_run, Psql) {
  seed("helper.sql", "select 1;\n");
  seed("forgotten.sql", "select 1;\n");
  seed("001_a.sql", "\\i helper.sql\n");
  said_of("select 1;\n");
  BOOST_TEST(said(run({"seed"})) == R"(
err: note: seeds/forgotten.sql has no number and never runs
err: note: no environment is named: only the common seeds are used (--env, RUNNER_ENV)
err:   seed 001_a ....................................... N ms
out: ran 1 seed in N ms
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(a_file_that_includes_itself_is_refused_with_the_way_there, Psql) {
  migration("parts/b.sql", "select 1;\n\\i c.sql\n");
  migration("parts/c.sql", "\n  \\i b.sql\n");
  BOOST_TEST(said_of("\\i parts/b.sql\n") == R"(
err: database/migrations/parts/c.sql:2:3: error: "database/migrations/parts/b.sql" includes itself
err:       \i b.sql
err:       ^
err: detail: database/migrations/001_a.sql → database/migrations/parts/b.sql → database/migrations/parts/c.sql → database/migrations/parts/b.sql
exit: 1
)");
}

BOOST_FIXTURE_TEST_CASE(an_error_in_an_included_file_names_it, Psql) {
  migration("parts/b.sql", "create table t (i int);\ninsert into t values ('é', bogus);\n");
  BOOST_TEST(said_of("select 1;\n\\i parts/b.sql\n") == R"(
err:   up 001_a ......................................... failed
err: database/migrations/parts/b.sql:2:28: error: column "bogus" does not exist [42703]
err:     insert into t values ('é', bogus);
err:                                ^
err: hint: "001_a" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(what_is_refused_in_an_included_file_names_it, Psql) {
  migration("b.sql", "-- runner: no-transaction\nselect 1;\n");
  BOOST_TEST(said_of("\\i b.sql\n") == R"(
err: database/migrations/b.sql:1:1: error: a directive must come before the first statement
err:     -- runner: no-transaction
err:     ^
err: hint: Move the line to the top of the file; of an included file, to the one that includes it.
exit: 1
)");
  migration("b.sql", "select 1;\ncommit;\n");
  BOOST_TEST(said_of("\\i b.sql\n") == R"(
err: database/migrations/b.sql:2:1: error: "commit" would break the transaction that the file runs in
err:     commit;
err:     ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it statement by statement.
exit: 1
)");
  migration("b.sql", "select 'caf\xE9';\n");
  BOOST_TEST(said_of("\\i b.sql\n") == R"(
err: database/migrations/b.sql:1:12: error: the file is not UTF-8: byte 0xe9
err: hint: Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8
exit: 1
)");
}

BOOST_FIXTURE_TEST_CASE(an_included_file_decides_with_the_others_whether_there_is_a_transaction, Psql) {
  migration("b.sql", "create index concurrently on t (i);\n");
  BOOST_TEST(said_of("create table t (i int);\n\\i b.sql\n", {"up", "--dry-run"}) == R"(
out: would apply 1 migration:
out:   up 001_a  2 statements, no transaction because of line 1 of database/migrations/b.sql: create index concurrently on t (i), no rollback
exit: 0
)");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a
err:     without a transaction, because of line 1 of database/migrations/b.sql: create index concurrently on t (i)
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(an_include_may_not_lead_out_of_the_project, Psql) {
  const std::string out = said_of("\\i ../../../outside.sql\n");
  BOOST_TEST(contains(out, "001_a.sql:1:1: error: \"../../../outside.sql\" leads out of the project\n"), out);
  BOOST_TEST(contains(out, "exit: 1\n"), out);
}

BOOST_AUTO_TEST_SUITE_END()
