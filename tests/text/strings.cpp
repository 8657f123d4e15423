#include "text/strings.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace strings_tests {

using Lines = std::vector<std::string_view>;

struct LinesCase {
  std::string_view what, text;
  Lines lines;
};
std::ostream& operator<<(std::ostream& out, const LinesCase& c) { return out << c.what; }

const std::vector<LinesCase> kLines = {
    {"none", "", {}},
    {"one without an end", "a", {"a"}},
    {"one with an end", "a\n", {"a"}},
    {"two", "a\nb", {"a", "b"}},
    {"an empty one", "\n", {""}},
    {"empty ones between and last", "a\n\nb\n\n", {"a", "", "b", ""}},
};

}  // namespace strings_tests

BOOST_AUTO_TEST_SUITE(strings_tests)

BOOST_AUTO_TEST_CASE(white_space_is_trimmed_at_both_ends_only) {
  BOOST_TEST(trimmed(" \t\r\n\v\fa b\n ") == "a b");
  BOOST_TEST(trimmed(" \n") == "");
  BOOST_TEST(trimmed("") == "");
  BOOST_TEST(trimmed("a") == "a");
}

BOOST_AUTO_TEST_CASE(what_is_doubled_is_undone_and_nothing_else_is_lost) {
  BOOST_TEST(doubled("it's", '\'') == "it''s");
  BOOST_TEST(undoubled("it''s", '\'') == "it's");
  BOOST_TEST(undoubled("''''", '\'') == "''");
  BOOST_TEST(undoubled("a'b'", '\'') == "a'b'");
  BOOST_TEST(undoubled("", '\'') == "");
}

BOOST_AUTO_TEST_CASE(lower_case_touches_ascii_letters_only) {
  BOOST_TEST(lower_case("AbZ@[`{09 ÉÄ") == "abz@[`{09 ÉÄ");
}

BOOST_AUTO_TEST_CASE(case_is_ignored_in_ascii_letters_only) {
  BOOST_TEST(equals_ignoring_case("SeLect", "select"));
  BOOST_TEST(equals_ignoring_case("", ""));
  BOOST_TEST(!equals_ignoring_case("select", "selec"));
  BOOST_TEST(!equals_ignoring_case("selec", "select"));
  BOOST_TEST(!equals_ignoring_case("É", "é"));
  BOOST_TEST(!equals_ignoring_case("@", "`"));
}

BOOST_AUTO_TEST_CASE(an_end_is_compared_without_case) {
  BOOST_TEST(ends_with_ignoring_case("001_a.SQL", ".sql"));
  BOOST_TEST(ends_with_ignoring_case(".sql", ".sql"));
  BOOST_TEST(ends_with_ignoring_case("a", ""));
  BOOST_TEST(!ends_with_ignoring_case("sql", ".sql"));
  BOOST_TEST(!ends_with_ignoring_case("a.sql.bak", ".sql"));
}

BOOST_DATA_TEST_CASE(lines_come_without_their_ends, bdata::make(kLines)) {
  BOOST_TEST(lines_of(sample.text) == sample.lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
