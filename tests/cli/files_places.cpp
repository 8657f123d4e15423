// An error names the line and the column of the statement in its file, whatever comes before it.

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace files_places {

using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct PlaceCase {
  std::string_view what;
  std::string sql;
  std::string place;  // from the line number to the end of the excerpt
};
std::ostream& operator<<(std::ostream& out, const PlaceCase& c) { return out << c.what; }

const std::string kLong(10'000, 'x');

const std::vector<PlaceCase> places{
    {"a syntax error", "select 1;\nselect\n  1 +;\n", R"(3:6: error: syntax error at end of input [42601]
err:       1 +;
err:          ^
)"},
    {"a later statement on a line", "select 1; select 2; select bogus;\n",
     R"(1:28: error: column "bogus" does not exist [42703]
err:     select 1; select 2; select bogus;
err:                                ^
)"},
    {"behind a comment of several lines", "/* a\n ; é */ -- b\n select bogus",
     R"(3:9: error: column "bogus" does not exist [42703]
err:      select bogus
err:             ^
)"},
    {"no position: the line where the statement begins",
     "select 1;\n\n  alter table\n  nowhere\n  add x int;\n",
     R"(3: error: relation "nowhere" does not exist [42P01]
err:       alter table
)"},
    {"no position, and others in front of it on its line", "select 'é'; select 1/0; select 2;\n",
     R"(1:13: error: division by zero [22012]
err:     select 'é'; select 1/0; select 2;
err:                 ^
)"},
    {"no position, far to the right", "/* " + kLong + " */ select 1/0; -- " + kLong + "\n",
     "1:10008: error: division by zero [22012]\n"
     "err:     …xxxxxxxxxxxxxxxxxxxx */ select 1/0; -- xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n"
     "err:                              ^\n"},
    {"behind tabs", "\tselect\t'a',\tbogus;\n",
     "1:14: error: column \"bogus\" does not exist [42703]\n"
     "err:     \tselect\t'a',\tbogus;\n"
     "err:     \t      \t    \t^\n"},
    {"behind emoji", "select '😀👩‍⚕️', bogus;\n",
     R"(1:17: error: column "bogus" does not exist [42703]
err:     select '😀👩‍⚕️', bogus;
err:                     ^
)"},
    {"behind combining letters", "select 'e\xCC\x81', bogus;\n",
     "1:14: error: column \"bogus\" does not exist [42703]\n"
     "err:     select 'e\xCC\x81', bogus;\n"
     "err:                 ^\n"},
    {"behind CRLF and a byte-order mark", "\xEF\xBB\xBFselect 1;\r\nselect 'é', bogus;\r\n",
     R"(2:13: error: column "bogus" does not exist [42703]
err:     select 'é', bogus;
err:                 ^
)"},
    {"far to the right", "select '" + kLong + "', bogus, '" + kLong + "';\n",
     "1:10012: error: column \"bogus\" does not exist [42703]\n"
     "err:     …" +
         std::string(21, 'x') + "', bogus, '" + std::string(40, 'x') + "…\nerr:" + std::string(30, ' ') +
         "^\n"},
    {"in a DO block", "select 1;\ndo $$\nbegin\n  perform 1;\n  raise exception 'no; %', 'é';\nend $$;\n",
     R"(5: error: no; é [P0001]
err:       raise exception 'no; %', 'é';
err: context: PL/pgSQL function inline_code_block line 4 at RAISE
)"},
    {"in SQL of a DO block",
     "do language plpgsql $x$ begin\n  insert into nowhere\n  values (1);\nend $x$;\n",
     R"(2: error: relation "nowhere" does not exist [42P01]
err:       insert into nowhere
err: context: PL/pgSQL function inline_code_block line 2 at SQL statement
err:   query: insert into nowhere
)"},
    {"in a later line of SQL of a DO block", "do $x$ begin\n  execute 'select 1,\n   nope,\n 3';\nend $x$;\n",
     R"(2: error: column "nope" does not exist [42703]
err:       execute 'select 1,
err: context: PL/pgSQL function inline_code_block line 2 at EXECUTE
err:   query, line 2: nope,
)"},
    {"a parameter that nobody gives", "select 1,\n  'é', $1::int;\n",
     R"(2:8: error: there is no parameter $1 [42P02]
err:       'é', $1::int;
err:            ^
)"},
    {"in a function",
     "create function f() returns void language plpgsql as $$\nbegin\n  perform 1/0;\nend $$;\n\nselect "
     "f();\n",
     R"(6: error: division by zero [22012]
err:     select f();
err: context: SQL statement "SELECT 1/0"
err:   PL/pgSQL function f() line 3 at PERFORM
)"},
    {"behind the rows of a COPY",
     "create temp table t (i int);\ncopy t from stdin;\n1\n2\n\\.\nselect bogus;\n",
     R"(6:8: error: column "bogus" does not exist [42703]
err:     select bogus;
err:            ^
)"},
    {"a row of a COPY", "create temp table t (i int);\ncopy t from stdin;\n1\n\t\n\\.\nselect bogus;\n",
     "4: error: extra data after last expected column [22P04]\nerr:     \t\nerr: context: COPY t, line 2: "
     "\"\t\"\n"},
    {"in its own transaction", "begin;\nselect 1;\nselect bogus;\ncommit;\n",
     R"(3:8: error: column "bogus" does not exist [42703]
err:     select bogus;
err:            ^
)"},
};

}  // namespace files_places

BOOST_AUTO_TEST_SUITE(files_places)

BOOST_DATA_TEST_CASE(an_error_names_its_place_in_the_file, bdata::make(places), c) {
  RunnerFixture fixture;
  fixture.migration("001_a.sql", c.sql);
  BOOST_TEST(said(fixture.run({"up"})) ==
             "\nerr:   up 001_a ......................................... failed\n"
             "err: database/migrations/001_a.sql:" +
                 c.place + "err: hint: \"001_a\" was undone; nothing is applied.\nexit: 3\n");
}

BOOST_FIXTURE_TEST_CASE(an_error_in_an_included_file_of_a_file_names_that_one, RunnerFixture) {
  migration("parts/one.sql", "select 1;\n\\ir two.sql\n");
  migration("parts/two.sql", "select 'é'; select\n\tbogus;\n");
  migration("001_a.sql", "\\i parts/one.sql\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... failed
err: database/migrations/parts/two.sql:2:2: error: column "bogus" does not exist [42703]
err:     	bogus;
err:     	^
err: hint: "001_a" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(a_constraint_that_is_checked_at_the_end_has_a_file_and_no_line, RunnerFixture) {
  migration(
      "001_a.sql",
      "create table c (i int primary key deferrable initially deferred);\ninsert into c values (1), (1);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... failed
err: database/migrations/001_a.sql: error: at COMMIT: duplicate key value violates unique constraint "c_pkey" [23505]
err: detail: Key (i)=(1) already exists.
err: hint: "001_a" was undone; nothing is applied.
exit: 3
)");
}

BOOST_FIXTURE_TEST_CASE(json_names_the_same_place, RunnerFixture) {
  migration("rows.csv", "1\nx\n");
  migration("001_a.sql", "create table t (i int);\n\\copy t from rows.csv csv\n");
  const Outcome outcome = run({"up", "--json"});
  BOOST_TEST(contains(outcome.out, R"("file": "database/migrations/rows.csv",
      "line": 2,
      "column": null)"),
             outcome.out);
}

BOOST_AUTO_TEST_SUITE_END()
