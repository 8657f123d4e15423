// What a failing statement looks like: file, line, column, the line with a caret, and what to do.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace errors {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Failing {
  std::string_view what, sql, error;
};
std::ostream& operator<<(std::ostream& out, const Failing& failing) { return out << failing.what; }

// The error is the text between the failed step and the hint that it was undone.
const std::vector<Failing> failing{
    {"a syntax error", "create table a (i int);\n\nselect 1\n  form a;\n", R"(
err: database/migrations/001_x.sql:4:8: error: syntax error at or near "a" [42601]
err:       form a;
err:            ^
)"},
    {"the second statement on a line", "select 1; select bogus;", R"(
err: database/migrations/001_x.sql:1:18: error: column "bogus" does not exist [42703]
err:     select 1; select bogus;
err:                      ^
)"},
    {"a place behind two-byte letters", "select 'éé', bogus;", R"(
err: database/migrations/001_x.sql:1:14: error: column "bogus" does not exist [42703]
err:     select 'éé', bogus;
err:                  ^
)"},
    {"a place behind signs that take two columns", "/* 名前 */ select '😀', bogus;", R"(
err: database/migrations/001_x.sql:1:22: error: column "bogus" does not exist [42703]
err:     /* 名前 */ select '😀', bogus;
err:                             ^
)"},
    {"a place behind tabs", "\tselect\t'é',\tbogus;", R"(
err: database/migrations/001_x.sql:1:14: error: column "bogus" does not exist [42703]
err:     	select	'é',	bogus;
err:     	      	    	^
)"},
    {"a place in a Windows file", "\xEF\xBB\xBFselect 1;\r\nselect bogus;\r\n", R"(
err: database/migrations/001_x.sql:2:8: error: column "bogus" does not exist [42703]
err:     select bogus;
err:            ^
)"},
    {"the end of the text", "select 1;\nselect 1 +", R"(
err: database/migrations/001_x.sql:2:11: error: syntax error at end of input [42601]
err:     select 1 +
err:               ^
)"},
    {"a statement without a position", "create table a (i int);\n-- again\ncreate table a\n  (i int);\n", R"(
err: database/migrations/001_x.sql:3: error: relation "a" already exists [42P07]
err:     create table a
)"},
    {"detail", "create table a (i int check (i > 0));\ninsert into a values (-1);\n", R"(
err: database/migrations/001_x.sql:2: error: new row for relation "a" violates check constraint "a_i_check" [23514]
err:     insert into a values (-1);
err: detail: Failing row contains (-1).
)"},
    {"a DO block", "do $$\nbegin\n  perform 1/0;\nend $$;", R"(
err: database/migrations/001_x.sql:3: error: division by zero [22012]
err:       perform 1/0;
err: context: SQL statement "SELECT 1/0"
err:   PL/pgSQL function inline_code_block line 3 at PERFORM
)"},
    {"the query inside a function",
     "create function f() returns int language plpgsql as $$\nbegin\n  return (select nope from "
     "pg_class);\nend $$;\n"
     "select f();",
     R"(
err: database/migrations/001_x.sql:5: error: column "nope" does not exist [42703]
err:     select f();
err: context: PL/pgSQL function f() line 3 at RETURN
err:   query: (select nope from pg_class)
)"},
    {"a body that cannot be read",
     "create function f() returns int language plpgsql as $$\nbegin\n  selec 1;\nend $$;", R"(
err: database/migrations/001_x.sql:3:3: error: syntax error at or near "selec" [42601]
err:       selec 1;
err:       ^
)"},
    {"a message of several lines",
     "do $$ begin raise 'first\nsecond' using detail = 'd1\nd2', errcode = 'P0042'; end $$;", R"(
err: database/migrations/001_x.sql:1: error: first
err:   second [P0042]
err:     do $$ begin raise 'first
err: detail: d1
err:   d2
err: context: PL/pgSQL function inline_code_block line 1 at RAISE
)"},
    {"a deferred constraint",
     "create table p (i int primary key);\n"
     "create table c (i int references p deferrable initially deferred);\ninsert into c values (1);\n",
     R"(
err: database/migrations/001_x.sql: error: at COMMIT: insert or update on table "c" violates foreign key constraint "c_i_fkey" [23503]
err: detail: Key (i)=(1) is not present in table "p".
)"},
    {"a statement that takes too long", "-- runner: statement-timeout 20ms\n\nselect pg_sleep(3600);\n", R"(
err: database/migrations/001_x.sql:3: error: canceling statement due to statement timeout [57014]
err:     select pg_sleep(3600);
)"},
};

struct Errors : RunnerFixture {
  /// The output of "up" for one file with this failing text.
  std::string up_with(std::string_view sql) {
    migration("001_x.sql", sql);
    return said(run({"up"}));
  }
};

constexpr std::string_view kFailed = "\nerr:   up 001_x ......................................... failed";
constexpr std::string_view kUndone = "err: hint: \"001_x\" was undone; nothing is applied.\nexit: 3\n";

}  // namespace errors

BOOST_AUTO_TEST_SUITE(errors)

BOOST_DATA_TEST_CASE(an_error_points_at_its_place_and_says_what_the_server_said, bdata::make(failing),
                     sample) {
  Errors fixture;
  BOOST_TEST(fixture.up_with(sample.sql) == fmt::format("{}{}{}", kFailed, sample.error, kUndone));
  BOOST_TEST(fixture.history().empty());
  BOOST_TEST(!fixture.database.exists("a"));
}

BOOST_FIXTURE_TEST_CASE(a_long_line_is_cut_around_the_place, Errors) {
  const std::string sql =
      fmt::format("select '{}', bogus, '{}';", std::string(5000, 'x'), std::string(5000, 'y'));
  BOOST_TEST(up_with(sql) == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:1:5012: error: column "bogus" does not exist [42703]
err:     …xxxxxxxxxxxxxxxxxxxxx', bogus, 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
err:                              ^
err: hint: "001_x" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(the_hint_of_the_server_comes_before_ours, Errors) {
  BOOST_TEST(up_with("create table a (first int);\nselect frist from a;\n") == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:2:8: error: column "frist" does not exist [42703]
err:     select frist from a;
err:            ^
err: hint: Perhaps you meant to reference the column "a.first".
err:   "001_x" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(notices_stand_under_the_file_that_they_come_from, Errors) {
  migration("001_x.sql", "select 1;");
  migration("002_y.sql",
            "drop table if exists a;\n"
            "do $$ begin raise warning 'careful\nhere' using detail = 'D', hint = 'H'; raise info 'told'; "
            "end $$;\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_x ......................................... N ms
err:   up 002_y
err:     NOTICE: table "a" does not exist, skipping
err:     WARNING: careful
err:     here
err:     DETAIL: D
err:     HINT: H
err:     INFO: told
err:   up 002_y ......................................... N ms
out: applied 2 migrations in N ms; at 002_y
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(github_gets_an_annotation_beside_the_file, Errors) {
  migration("001_x.sql", "select 1,\n  bogus;");
  BOOST_TEST(said(run_with({{"GITHUB_ACTIONS", "true"}}, {"up"})) == R"(
err: ::stop-commands::TOKEN
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:2:3: error: column "bogus" does not exist [42703]
err:       bogus;
err:       ^
err: hint: "001_x" was undone; nothing is applied.
err: ::TOKEN::
err: ::error file=database/migrations/001_x.sql,line=2,col=3::column "bogus" does not exist%0A"001_x" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(colour_marks_the_error_and_the_caret, Errors) {
  migration("001_x.sql", "select bogus;");
  const std::string coloured = run({"up", "--color", "always"}).err;
  BOOST_TEST(coloured ==
             "  up 001_x ......................................... \033[1;31mfailed\033[0m\n"
             "database/migrations/001_x.sql:1:8: \033[1;31merror:\033[0m column \"bogus\" does not exist"
             "\033[2m [42703]\033[0m\n"
             "    select bogus;\n"
             "    \033[1;31m       ^\033[0m\n"
             "\033[1mhint:\033[0m \"001_x\" was undone; nothing is applied.\n");
}

BOOST_FIXTURE_TEST_CASE(a_lock_that_is_not_given_is_a_reason_to_try_later, Errors) {
  given("create table busy (i int)");
  runner::Connection other = connect(database.url());
  other.execute("begin; lock table busy");
  migration("001_x.sql", "create table a (i int);\nalter table busy add j int;\n");
  BOOST_TEST(said(run({"up", "--lock-timeout", "50ms", "--lock-retries", "0"})) == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:2: error: canceling statement due to lock timeout [55P03]
err:     alter table busy add j int;
err: hint: Another session holds the lock. Try again, or allow more time with --lock-timeout.
err:   "001_x" was undone; nothing is applied.
exit: 2
)");
  BOOST_TEST(history().empty());
  BOOST_TEST(!database.exists("a"));
  other.execute("rollback");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_backend_that_is_killed_leaves_nothing_and_the_next_up_arrives, Errors) {
  BOOST_TEST(up_with("create table a (i int);\nselect pg_terminate_backend(pg_backend_pid());\n") == R"(
err:   up 001_x ......................................... failed
err: database/migrations/001_x.sql:2: error: terminating connection due to administrator command [57P01]
err:     select pg_terminate_backend(pg_backend_pid());
err: hint: "001_x" was undone; nothing is applied.
exit: 2
)");
  BOOST_TEST(history().empty());
  BOOST_TEST(!database.exists("a"));
  migration("001_x.sql", "create table a (i int);\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_x.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_file_that_removes_the_history_is_undone, Errors) {
  migration("001_x.sql", "drop schema public cascade;\ncreate schema public;\n");
  BOOST_TEST(says(run({"up"}), 3, "relation \"public.migration_history\" does not exist [42P01]"));
  BOOST_TEST(database.exists("migration_history"));
  BOOST_TEST(history().empty());
}

BOOST_AUTO_TEST_SUITE_END()
