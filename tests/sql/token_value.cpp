#include "sql/token_value.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace token_value_tests {

Token token(std::string_view text) { return Scanner(text).next(); }

std::string in_words(std::optional<bool> value) { return !value ? "neither" : *value ? "on" : "off"; }

struct QuotedCase {
  std::string_view text, says;
};
std::ostream& operator<<(std::ostream& out, const QuotedCase& c) { return out << c.text; }

const std::vector<QuotedCase> kQuoted = {
    {"'it''s'", "it's"},
    {"''", ""},
    {"''''", "'"},
    {"E'it\\'s'", "it\\'s"},
    {"U&'a'", "a"},
    {"$$it''s$$", "it''s"},
    {"$b$ $$ $b$", " $$ "},
    {"$$$$", ""},
    {"\"a\"\"b'c\"", "a\"b'c"},
    {"U&\"a\"", "a"},
    {"\"a$b\"", "a$b"},
    {"Word", "Word"},
    {"12", "12"},
    {"=", "="},
};

const std::vector<std::string> kOn = {"on", "ON", "'on'", "\"on\"", "$$on$$", "E'on'", "true",
                                      "tr", "T",  "yes",  "y",      "1",      "'1'"};
const std::vector<std::string> kOff = {"off",   "OFF", "'off'", "\"off\"", "$$off$$", "E'off'", "of",
                                       "false", "fal", "F",     "no",      "N",       "0",      "'0'"};
const std::vector<std::string> kNeither = {"o", "''", "default", "trues", "offf", "onn",
                                           "2", "00", "(",       ";",     "",     "'n o'"};

}  // namespace token_value_tests

BOOST_AUTO_TEST_SUITE(token_value_tests)

BOOST_DATA_TEST_CASE(a_token_says_what_stands_between_its_quotes, bdata::make(kQuoted)) {
  BOOST_TEST(unquoted(token(sample.text)) == sample.says);
}

BOOST_AUTO_TEST_CASE(a_string_that_is_not_there_says_nothing) {
  BOOST_TEST(unquoted({TokenKind::string, ""}) == "");
}

BOOST_DATA_TEST_CASE(what_the_server_reads_as_on_is_on, bdata::make(kOn)) {
  BOOST_TEST(in_words(switched_to(token(sample))) == "on");
}

BOOST_DATA_TEST_CASE(what_the_server_reads_as_off_is_off, bdata::make(kOff)) {
  BOOST_TEST(in_words(switched_to(token(sample))) == "off");
}

BOOST_DATA_TEST_CASE(all_else_is_neither, bdata::make(kNeither)) {
  BOOST_TEST(in_words(switched_to(token(sample))) == "neither");
}

BOOST_AUTO_TEST_SUITE_END()
