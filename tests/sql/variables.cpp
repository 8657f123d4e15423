#include "sql/variables.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace variables_tests {

const Variables kVariables = {{"a", "1"},       {"name", "users"}, {"quote", "it's"}, {"double", "a\"b"},
                              {"back", "a\\b"}, {"both", "a\\'b"}, {"none", ""},      {"größe", "größer"},
                              {"_x1", "y"},     {"", "never"},     {"2", "two"}};

std::string filled(std::string_view text) { return FilledIn(text, kVariables).sql(); }

struct FillCase {
  std::string_view what, text, sql;
};
std::ostream& operator<<(std::ostream& out, const FillCase& c) { return out << c.what; }

const std::vector<FillCase> kFilled = {
    {"as it is", "select :a", "select 1"},
    {"as a string", "select :'name'", "select 'users'"},
    {"as a name", "select :\"name\"", "select \"users\""},
    {"several", ":a,:a , :'a':\"a\"", "1,1 , '1'\"1\""},
    {"a quote in a string is doubled", ":'quote'", "'it''s'"},
    {"a quote in a name is left", ":\"quote\"", "\"it's\""},
    {"a double quote in a name is doubled", ":\"double\"", "\"a\"\"b\""},
    {"a double quote in a string is left", ":'double'", "'a\"b'"},
    {"a backslash makes an escape string", "select :'back'", "select  E'a\\\\b'"},
    {"a backslash and a quote", ":'both'", " E'a\\\\''b'"},
    {"a backslash in a name is left", ":\"back\"", "\"a\\b\""},
    {"none in a string that ends with a backslash", "'\\' :a'", "'\\' 1'"},
    {"a quote as it is", "'x' || :quote", "'x' || it's"},
    {"an empty value", "x:none;", "x;"},
    {"an empty value as a string", ":'none'", "''"},
    {"a name above ASCII", ":größe", "größer"},
    {"a name with digits", ":_x1", "y"},
    {"a name of digits", "x[1:2]", "x[1two]"},
    {"a name that ends in front of a dollar", ":a$a", "1$a"},
    {"a name that ends in front of a string", ":a'a'", "1'a'"},
    {"before a cast", ":a::text", "1::text"},
    {"behind a cast and a third colon", "x:::a", "x::1"},
    {"in brackets", "x[:a]", "x[1]"},
    {"in an upper bound", "x[1: :a]", "x[1: 1]"},
    {"before a dot", ":name.:name", "users.users"},
    {"at the end", "x :name", "x users"},
    {"a question about one that is defined", "select :{?a}", "select TRUE"},
    {"about one that is empty", ":{?none}", "TRUE"},
    {"about one that is not defined", "not :{?nobody};", "not FALSE;"},
    {"about names with digits and above ASCII", ":{?2}:{?größe}:{?_x1}:{?A}", "TRUETRUETRUEFALSE"},
    {"a question between others", ":a:{?a}:a", "1TRUE1"},
};

const std::vector<FillCase> kUntouched = {
    {"nothing", "", ""},
    {"a cast", "x::name", "x::name"},
    {"a slice", "x[1:3]", "x[1:3]"},
    {"an assignment", "f(a := 1)", "f(a := 1)"},
    {"an assignment without a blank", "f(a:=a)", "f(a:=a)"},
    {"one that is not defined", ":b :'b' :\"b\"", ":b :'b' :\"b\""},
    {"another case", ":A", ":A"},
    {"a blank behind the colon", ": a", ": a"},
    {"a comment behind the colon", ":/**/a", ":/**/a"},
    {"an empty name", ":'' :\"\"", ":'' :\"\""},
    {"in a string", "':a'", "':a'"},
    {"in an escape string", "E'\\':a'", "E'\\':a'"},
    {"in a quoted identifier", "\":a\"", "\":a\""},
    {"in dollar quotes", "$$ :a $$ $x$:'a'$x$", "$$ :a $$ $x$:'a'$x$"},
    {"in comments", "/* :a */ -- :a\n", "/* :a */ -- :a\n"},
    {"a colon at the end", "x:", "x:"},
    {"another kind of string", ":e'a' :U&'a'", ":e'a' :U&'a'"},
    {"a question in quotes", "':{?a}' \":{?a}\" $$:{?a}$$ -- :{?a}", "':{?a}' \":{?a}\" $$:{?a}$$ -- :{?a}"},
    {"a question behind a cast", "x::{?a}", "x::{?a}"},
    {"half a question", ":{?a :{? :{?} :{? a} :{a} :{?a b} :{?\"a\"}",
     ":{?a :{? :{?} :{? a} :{a} :{?a b} :{?\"a\"}"},
    {"a number behind a word", "interval '1:2' x:1a", "interval '1:2' x:1a"},
};

struct NameCase {
  std::string_view name;
  bool valid;
};
std::ostream& operator<<(std::ostream& out, const NameCase& c) { return out << c.name; }

const std::vector<NameCase> kNames = {
    {"a", true},   {"_", true},    {"2", true},    {"1bad", true}, {"größe", true},
    {"A_9", true}, {"", false},    {"a-b", false}, {"a b", false}, {"a.b", false},
    {"a$", false}, {"'a'", false}, {":a", false},
};

struct OffsetCase {
  std::string_view what;
  std::size_t in_sql, in_text;
};
std::ostream& operator<<(std::ostream& out, const OffsetCase& c) { return out << c.what; }

// "select :name, :a, x" becomes "select users, 1, x".
const std::vector<OffsetCase> kOffsets = {
    {"the start", 0, 0},
    {"before the first value", 6, 6},
    {"the first letter of a value", 7, 7},
    {"inside a value", 9, 7},
    {"the last letter of a value", 11, 7},
    {"right behind a value", 12, 12},
    {"between two values", 13, 13},
    {"the second value", 14, 14},
    {"right behind the second", 15, 16},
    {"the end", 18, 19},
};

std::string value_of(std::string_view reference, const Variables& variables) {
  VariableNames used;
  return value_of_reference(reference, variables, used);
}

}  // namespace variables_tests

BOOST_AUTO_TEST_SUITE(variables_tests)

BOOST_DATA_TEST_CASE(a_defined_variable_is_filled_in, bdata::make(kFilled)) {
  BOOST_TEST(filled(sample.text) == sample.sql);
  BOOST_TEST(FilledIn(sample.text, kVariables).changed());
}

BOOST_DATA_TEST_CASE(what_only_looks_like_a_variable_stays, bdata::make(kUntouched)) {
  BOOST_TEST(filled(sample.text) == sample.sql);
  BOOST_TEST(!FilledIn(sample.text, kVariables).changed());
}

// psql does the same, and not within quotes.
BOOST_AUTO_TEST_CASE(a_value_may_have_other_variables_in_it) {
  BOOST_TEST(FilledIn(":x :y", {{"x", ":y"}, {"y", "1"}}).sql() == "1 1");
  BOOST_TEST(FilledIn(":x", {{"x", "f(:'y', ':y', a::y, :{?y})"}, {"y", "1"}}).sql() ==
             "f('1', ':y', a::y, TRUE)");
  BOOST_TEST(FilledIn(":'x' :\"x\"", {{"x", ":y"}, {"y", "1"}}).sql() == "':y' \":y\"");
  BOOST_TEST(FilledIn("[:r]", {{"r", "1:n"}, {"n", "1"}}).sql() == "[11]");
}

BOOST_AUTO_TEST_CASE(a_value_with_itself_in_it_ends) {
  BOOST_TEST(FilledIn(":x", {{"x", "a :x"}}).sql() == "a :x");
  BOOST_TEST(FilledIn(":x", {{"x", "a :y"}, {"y", "b :x"}}).sql() == "a b :x");
}

BOOST_AUTO_TEST_CASE(a_psql_command_takes_a_value_as_it_is) {
  const Variables variables = {{"x", ":y"}, {"y", "1"}};
  BOOST_TEST(value_of(":x", variables) == ":y");
  BOOST_TEST(value_of(":'x'", variables) == "':y'");
  BOOST_TEST(value_of(":{?x}", variables) == "TRUE");
  for (const char* other : {":z", ":", "", ":'", ":{?x"}) BOOST_TEST(value_of(other, variables) == other);
}

BOOST_DATA_TEST_CASE(an_offset_leads_back_to_the_text_as_written, bdata::make(kOffsets)) {
  const FilledIn filled_in("select :name, :a, x", kVariables);
  BOOST_TEST_REQUIRE(filled_in.sql() == "select users, 1, x");
  BOOST_TEST(filled_in.offset_in_text(sample.in_sql) == sample.in_text);
}

BOOST_AUTO_TEST_CASE(an_offset_in_an_answer_leads_to_its_question) {
  const FilledIn filled_in("x :{?a} y", kVariables);
  BOOST_TEST_REQUIRE(filled_in.sql() == "x TRUE y");
  BOOST_TEST(filled_in.offset_in_text(4) == 2U);
  BOOST_TEST(filled_in.offset_in_text(7) == 8U);
}

BOOST_AUTO_TEST_CASE(an_offset_behind_an_empty_value_stands_behind_its_name) {
  BOOST_TEST(FilledIn("x :none y", kVariables).offset_in_text(2) == 7U);
}

BOOST_DATA_TEST_CASE(a_name_has_letters_digits_and_underscores, bdata::make(kNames)) {
  if (sample.valid) {
    BOOST_CHECK_NO_THROW(require_variable_name(sample.name, ErrorKind::source));
  } else {
    BOOST_CHECK_EXCEPTION(
        require_variable_name(sample.name, ErrorKind::source), Error,
        source_error("\"" + std::string(sample.name) + "\" cannot be the name of a variable")
            .hint("A name has letters, digits and \"_\"."));
  }
}

BOOST_AUTO_TEST_SUITE_END()
