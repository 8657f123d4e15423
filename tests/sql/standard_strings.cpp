#include "sql/standard_strings.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace standard_strings {

const std::vector<std::string> kTurnsOff = {
    "set standard_conforming_strings = off",
    "SET Standard_Conforming_Strings TO OFF",
    "set session standard_conforming_strings = 0",
    "set local standard_conforming_strings to 'false'",
    "set standard_conforming_strings = no",
    "set standard_conforming_strings=f",
    "set standard_conforming_strings = of",
    "set standard_conforming_strings = \"off\"",
    "set standard_conforming_strings = E'off'",
    "set /* a */ \"standard_conforming_strings\" -- b\n = off",
    "set standard_conforming_strings = :unknown",
    "select set_config('standard_conforming_strings', 'off', false)",
    "SELECT pg_catalog.set_config('STANDARD_CONFORMING_STRINGS', $$off$$, true)",
    "select 1, (set_config('search_path', '', false)), set_config(E'standard_conforming_strings', '0', "
    "false)",
};

const std::vector<std::string> kLeavesOn = {
    "set standard_conforming_strings = on",
    "SET SESSION standard_conforming_strings TO ON",
    "set local standard_conforming_strings = 'true'",
    "set standard_conforming_strings = 1",
    "set standard_conforming_strings = y",
    "set standard_conforming_strings = tr",
    "set standard_conforming_strings to default",
    "reset standard_conforming_strings",
    "reset all",
    "set check_function_bodies = off",
    "set app.standard_conforming_strings = off",
    "set standard_conforming_strings.app = off",
    "select set_config('standard_conforming_strings', 'on', false)",
    "select set_config('standard_conforming_strings', old, false) from kept",
    "select set_config('row_security', 'off', false)",
    "select current_setting('standard_conforming_strings'), 'off'",
    "select 'set standard_conforming_strings = off'",
    "select set_config",
    "alter database d set standard_conforming_strings = off",
    "alter role r set standard_conforming_strings = off",
    "create function f() returns int language sql set standard_conforming_strings = off return 1",
    "set",
    "",
};

}  // namespace standard_strings

BOOST_AUTO_TEST_SUITE(standard_strings)

BOOST_DATA_TEST_CASE(what_turns_it_off_is_seen, bdata::make(kTurnsOff)) {
  BOOST_TEST(turns_off_standard_strings(sample));
}

BOOST_DATA_TEST_CASE(all_else_leaves_it_on, bdata::make(kLeavesOn)) {
  BOOST_TEST(!turns_off_standard_strings(sample));
}

BOOST_AUTO_TEST_SUITE_END()
