#include "sql/backslashes.hpp"

#include <fmt/format.h>

#include <vector>

#include "sql/expect.hpp"

namespace {

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
    {"in the body of a function", "create function f() returns text language sql as $$ select 'a\\b' $$;",
     ""},
    {"behind a SET of it", "set standard_conforming_strings = on;\nselect 'a\\b';", ""},
    {"as pg_dump sets it",
     "SELECT pg_catalog.set_config('standard_conforming_strings', 'on', false);\nselect '\\';", ""},
    {"in front of a SET of it", "select 'a\\b';\nset Standard_Conforming_Strings = on;", "1:10"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(backslashes)

BOOST_DATA_TEST_CASE(a_backslash_is_found_that_a_server_may_read_otherwise, bdata::make(kCases)) {
  const auto place = backslash_in_string(check_script("a.sql", Text(std::string(sample.text))));
  const std::string found = !place               ? ""
                            : place->column == 0 ? fmt::format("{}", place->line)
                                                 : fmt::format("{}:{}", place->line, place->column);
  BOOST_TEST(found == sample.place);
}

BOOST_AUTO_TEST_SUITE_END()
