// Migration files as found in practice.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "text/checksum.hpp"

namespace up_files {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Body {
  std::string_view what, sql;
  std::string_view probe, expected;
};
std::ostream& operator<<(std::ostream& out, const Body& body) { return out << body.what; }

const std::vector<Body> bodies{
    {"no bytes at all", "", "select 'ran'", "ran"},
    {"comments only", "-- nothing\n/* to /* do */ here */\n", "select 'ran'", "ran"},
    {"semicolons only", ";;\n;", "select 'ran'", "ran"},
    {"no semicolon at the end", "create table t (i int)", "select count(*) from t", "0"},
    {"a comment behind the last semicolon", "create table t (i int); -- done", "select count(*) from t", "0"},
    {"drizzle's breakpoints",
     "CREATE TABLE \"t\" (\"i\" int);--> statement-breakpoint\nINSERT INTO t VALUES (1);\n"
     "--> statement-breakpoint\nINSERT INTO t VALUES (2);",
     "select sum(i) from t", "3"},
    {"CRLF and a byte-order mark",
     "\xEF\xBB\xBF"
     "create table t (s text);\r\ninsert into t values ('a\r\nb');\r\n",
     "select encode(s::bytea, 'hex') from t", "610a62"},
    {"END in a DO block", "create table t (i int);\ndo $$ begin insert into t values (1); end; $$;",
     "select i from t", "1"},
    {"END in a function",
     "create function f() returns int language plpgsql as $body$ begin return length('$$;'); end; $body$;",
     "select f()", "3"},
    {"a body of standard SQL",
     "create table t (i int);\ncreate procedure p(x int) language sql begin atomic\n  insert into t values "
     "(x);\n"
     "  insert into t select case when x > 1 then 10 else 20 end;\nend;\ncall p(1);",
     "select sum(i) from t", "21"},
    {"casts and colons", "create table t as select '1'::int as i, (array[1,2,3])[1:2] as s;",
     "select s from t", "{1,2}"},
    {"quotes in quotes", "create table t as select 'it''s; \\' as s, E'\\'; ' as e, $q$;'$q$ as d;",
     "select s || e || d from t", "it's; \\'; ;'"},
    {"other alphabets", "create table \"größe\" (\"名前\" text);\ninsert into größe values ('😀');",
     "select 名前 from größe", "😀"},
    {"its own BEGIN and COMMIT", "BEGIN;\ncreate table t (i int);\ninsert into t values (7);\nCOMMIT;\n",
     "select i from t", "7"},
    {"its own isolation level",
     "start transaction isolation level repeatable read;\n"
     "create table t as select current_setting('transaction_isolation') as level;\nend;",
     "select level from t", "repeatable read"},
    {"savepoints",
     "create table t (i int);\nsavepoint s;\ninsert into t values (1);\nrollback to s;\ninsert into t values "
     "(2);\n"
     "release savepoint s;",
     "select sum(i) from t", "2"},
};

const std::vector<std::string> odd_names{"001_v1.2-Add_Users.sql", "001-a.up.sql",        "001_quote\"d.sql",
                                         "001_back\\slash.sql",    "001_it's {here}.sql", "001_größe.SQL",
                                         "001_%s $1.sql"};

}  // namespace up_files

BOOST_AUTO_TEST_SUITE(up_files)

BOOST_DATA_TEST_CASE(every_customary_file_runs_and_is_recorded, bdata::make(bodies), body) {
  RunnerFixture fixture;
  fixture.migration("001_a.sql", body.sql);
  const Outcome outcome = fixture.run({"up"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  BOOST_TEST(fixture.database.value(std::string(body.probe)) == body.expected);
  BOOST_TEST(fixture.history() == (Names{"001_a.sql"}));
  BOOST_TEST(fixture.run({"status", "--check"}).exit_code == 0);
}

BOOST_DATA_TEST_CASE(a_file_name_may_hold_any_sign, bdata::make(odd_names), name) {
  RunnerFixture fixture;
  fixture.migration(name, "create table t (i int);");
  BOOST_TEST(fixture.run({"up"}).exit_code == 0);
  BOOST_TEST(fixture.history() == (Names{name}));
  BOOST_TEST(fixture.run({"status", "--check"}).exit_code == 0);
  fixture.migration("1_any.down.sql", "drop table t;");
  BOOST_TEST(fixture.run({"down"}).exit_code == 0);
  BOOST_TEST(fixture.history().empty());
}

BOOST_FIXTURE_TEST_CASE(a_new_enum_label_can_be_used_in_the_next_file, RunnerFixture) {
  migration("001_type.sql", "create type mood as enum ('sad');");
  migration("002_label.sql", "alter type mood add value 'glad';");
  migration("003_use.sql", "create table t (m mood default 'glad');\ninsert into t default values;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select m from t") == "glad");
}

BOOST_FIXTURE_TEST_CASE(a_new_enum_label_cannot_be_used_in_the_same_file, RunnerFixture) {
  migration("001_type.sql", "create type mood as enum ('sad');");
  migration("002_label.sql", "alter type mood add value 'glad';\ncreate table t (m mood default 'glad');\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_type ...................................... N ms
err:   up 002_label ..................................... failed
err: database/migrations/002_label.sql:2:32: error: unsafe use of new value "glad" of enum type mood [55P04]
err:     create table t (m mood default 'glad');
err:                                    ^
err: hint: New enum values must be committed before they can be used.
err:   "002_label" was undone; the database is at 001_type.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(a_large_file_runs_statement_by_statement, RunnerFixture) {
  std::string sql = "create table t (i int);\n";
  for (int i = 0; i < 2000; ++i)
    sql += fmt::format("insert into t values ({}); -- {}\n", i, std::string(280, 'x'));
  BOOST_TEST(sql.size() > 600'000U);
  migration("001_large.sql", sql);
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select count(*) from t") == "2000");
  BOOST_TEST(database.value("select statement_count from migration_log") == "2001");
  BOOST_TEST(database.value("select checksum from migration_history") == Checksum::of(sql).hex());
}

BOOST_FIXTURE_TEST_CASE(a_text_above_a_megabyte_runs_and_is_not_kept, RunnerFixture) {
  migration("001_large.sql", "select 1; -- " + std::string(1'000'000, 'x'));
  migration("001_large.down.sql", "select 2;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.column("select text from migration_scripts") == (Names{"select 2;"}));
}

BOOST_FIXTURE_TEST_CASE(what_other_tools_left_in_the_folder_is_passed_over_in_silence, RunnerFixture) {
  migration("0000_first.sql", "create table t (i int);");
  migration("meta/_journal.json", "{}");
  migration("meta/0000_snapshot.json", "{}");
  migration("README.md", "# read me");
  migration("atlas.sum", "h1:x");
  migration(".#0001_x.sql", "an editor's lock");
  migration("0002_x.sql~", "a backup");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 0000_first .................................... N ms
out: applied 1 migration in N ms; at 0000_first
exit: 0
)");
}

BOOST_AUTO_TEST_SUITE_END()
