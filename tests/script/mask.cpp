#include "script/mask.hpp"

#include "sql/expect.hpp"

namespace mask {

using namespace runner;

struct Sample {
  std::string_view what, value, text, masked;
};
std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.what; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

const std::vector<Sample> samples{
    {"the value alone", "hunter22", "hunter22", "***"},
    {"the value in a text, twice", "hunter22", "a hunter22, b \"hunter22\"", "a ***, b \"***\""},
    {"two that touch", "hunter22", "hunter22hunter22", "***"},
    {"two that overlap", "abcabcabc", "abcabcabcabc", "***"},
    {"another case, as of a name without quotes", "Hunter22", "role \"hunter22\" does not exist",
     "role \"***\" does not exist"},
    {"a literal of SQL", "it's \\ so", "'it''s \\ so'", "'***'"},
    {"a literal with escapes", "it's \\ so", "E'it''s \\\\ so'", "E'***'"},
    {"a name of SQL", "a\"b\"cd", "\"a\"\"b\"\"cd\"", "\"***\""},
    {"a string of JSON", "a\"b\\c\td", "{\"x\": \"a\\\"b\\\\c\\td\"}", "{\"x\": \"***\"}"},
    {"a line of several", "first line\nsecond line", "query: second line;", "query: ***;"},
    {"several lines", "first line\nsecond line", "first line\nsecond line", "***"},
    {"a short line of several", "a\nsecond line", "a b", "a b"},
    {"its beginning before a cut", "correct horse battery", "select 'correct ho…", "select '***…"},
    {"its end behind a cut", "correct horse battery", "…se battery'", "…***'"},
    {"its middle between cuts", "correct horse battery", "…rect horse ba…", "…***…"},
    {"its beginning before three dots", "correct horse battery", "column x: \"correct hor...\"",
     "column x: \"***...\""},
    {"its beginning before no cut", "correct horse battery", "correct ho", "correct ho"},
    {"what is cut and is no part of it", "correct horse battery", "select 'x'…", "select 'x'…"},
};

}  // namespace mask

BOOST_AUTO_TEST_SUITE(mask)

BOOST_DATA_TEST_CASE(a_value_is_hidden_in_every_form, bdata::make(samples)) {
  Mask mask;
  mask.hide(sample.value);
  BOOST_TEST(mask.masked(sample.text) == sample.masked);
}

BOOST_AUTO_TEST_CASE(a_name_as_the_server_cuts_it_is_hidden) {
  Mask mask;
  const std::string value(100, 'k');
  mask.hide(value);
  BOOST_TEST(mask.masked("will be truncated to \"" + value.substr(0, 63) + "\"") ==
             "will be truncated to \"***\"");
}

BOOST_AUTO_TEST_CASE(a_name_that_is_cut_within_a_letter_is_hidden) {
  Mask mask;
  mask.hide("kk" + repeated("é", 50));
  BOOST_TEST(mask.masked("will be truncated to \"kk" + repeated("é", 30) + "\"") ==
             "will be truncated to \"***\"");
}

BOOST_AUTO_TEST_CASE(another_spelling_is_hidden_from_when_it_is_known) {
  Mask mask;
  mask.hide("abc-def");
  const auto spelled = [](std::string_view value) {
    return std::string(value.substr(0, 3)) + "%2D" + std::string(value.substr(4));
  };
  BOOST_TEST(mask.masked("abc%2Ddef") == "abc%2Ddef");
  mask.hide_also(spelled);
  BOOST_TEST(mask.masked("abc%2Ddef and ABC-DEF") == "*** and ***");
}

BOOST_AUTO_TEST_CASE(without_a_value_nothing_is_hidden) {
  BOOST_TEST(Mask().masked("a…") == "a…");
  BOOST_TEST(mask_of({{"a", "no secret"}}).empty());
  BOOST_TEST(mask_of({{"a", Variable("a secret", true)}}).masked("it is a secret") == "it is ***");
}

BOOST_AUTO_TEST_SUITE_END()
