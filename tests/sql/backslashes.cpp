#include "sql/backslashes.hpp"

#include <fmt/format.h>

#include <vector>

#include "sql/expect.hpp"

namespace backslashes {

using namespace runner;
using namespace runner::test;

struct BackslashCase {
  std::string_view what, text, place;  // "line:column", or nothing
};
std::ostream& operator<<(std::ostream& out, const BackslashCase& c) { return out << c.what; }

const std::vector<BackslashCase> kCases = {
    {"none", "select 'a', 1 / 2;", ""},
    {"in a string", "select 1;\nselect 'é', 'a\\nb';", "2:15"},
    {"in a string that says so itself", "select e'a\\nb', U&'\\0061';", ""},
    {"in an identifier", "select 1 as \"a\\b\";", ""},
    {"in a comment", "-- a\\b\nselect 1 /* '\\' */;", ""},
    {"in rows", "copy t from stdin;\n\\N\n\\.\n", ""},
    {"in an option", "\\copy t from stdin delimiter '\\t'\na\n\\.\n", "1"},
    {"in the body of a DO", "do $$ begin\n  perform 'a\\b';\nend $$;", "2:13"},
    {"in a string of a DO that says so itself", "do $$ begin\n -- a\\b\n perform e'a\\b';\nend $$;", ""},
    {"in a string within a string of a DO", "do $$ begin execute $x$ select 'a\\b' $x$; end $$;", "1:34"},
    {"in the body of a function", "create function f() returns text language sql as $$ select 'a\\b' $$;",
     ""},
    {"behind a SET of it", "set standard_conforming_strings = on;\nselect 'a\\b';", ""},
    {"as pg_dump sets it",
     "SELECT pg_catalog.set_config('standard_conforming_strings', 'on', false);\nselect '\\';", ""},
    {"behind a SET of it for the transaction", "set local standard_conforming_strings to off; select '\\\\';",
     ""},
    {"behind a look at it", "select current_setting('standard_conforming_strings');\nselect '\\';", "2:9"},
    {"behind a RESET of it", "reset standard_conforming_strings;\nselect '\\';", "2:9"},
    {"in front of a SET of it", "select 'a\\b';\nset Standard_Conforming_Strings = on;", "1:10"},
};

}  // namespace backslashes

BOOST_AUTO_TEST_SUITE(backslashes)

BOOST_DATA_TEST_CASE(a_backslash_is_found_that_a_server_may_read_otherwise, bdata::make(kCases)) {
  const auto place = backslash_in_string(check_script("a.sql", Text(std::string(sample.text))));
  const std::string found = !place               ? ""
                            : place->column == 0 ? fmt::format("{}", place->line)
                                                 : fmt::format("{}:{}", place->line, place->column);
  BOOST_TEST(found == sample.place);
}

BOOST_AUTO_TEST_CASE(what_has_run_before_is_not_asked_for) {
  const Script script = check_script("a.sql", Text(std::string("select 'a\\b';\nselect 1;\nselect 'c\\d';")));
  BOOST_TEST(backslash_in_string(script, 2).value().line == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
