#include "script/variable_scope.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace variable_scope_tests {

Statement statement(std::string_view text, StatementKind kind = StatementKind::ordinary) {
  return {kind, text, 0, {}};
}

std::string filled_in(VariableScope& scope, std::string_view text) {
  const auto filled_in = scope.fill_in(statement(text));
  return filled_in ? filled_in->sql() : "as written";
}

void run(VariableScope& scope, std::string_view line) { scope.change(scope.parse(line)); }

const Variables kVariables{{"a", "1"}, {"pw", Variable("secret", true)}};

// The kind that the statement gets with this value of the variable x.
std::string kind_with(const std::string& x, std::string_view text,
                      StatementKind written = StatementKind::ordinary) {
  const FilledIn filled_in(text, {{"x", x}});
  const auto kind = kind_with_values(statement(text, written), filled_in);
  return kind ? name_of(*kind) : "none";
}

struct KindCase {
  std::string_view what;
  std::string x;
  std::string_view text;
  std::string kind;
};
std::ostream& operator<<(std::ostream& out, const KindCase& c) { return out << c.what; }

const std::vector<KindCase> kKinds = {
    {"a part", "1", "select :x", "ordinary"},
    {"a whole statement, with its semicolon", "commit;", ":x", "commit"},
    {"what has rows", "stdin", "copy t from :x", "copy_from_stdin"},
    {"a psql command", "\\! ls", ":x", "psql_command"},
    {"an open quote", "'", "select :x", "unterminated"},
    {"a semicolon in quotes", "a;b", "select :'x'", "ordinary"},
    {"nothing", "", ":x", "none"},
    {"semicolons", ";;", ":x", "none"},
    {"nothing beside a comment that is written", "", "/* c */ :x", "none"},
};

struct RefusedCase {
  std::string_view what;
  std::string x;
  std::string_view text;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) { return out << c.what; }

const std::string kMoreThanOne = "the values of its variables make this more than one statement";
const std::string kComment = "the value of a variable begins a comment in this statement";

const std::vector<RefusedCase> kRefused = {
    {"a second statement", "1; drop table t", "select :x",
     source_error(kMoreThanOne)
         .hint("A value may be part of one statement only: write the rest into the file.")},
    {"rows", "stdin;\n1\n", "copy t from :x", source_error(kMoreThanOne)},
    {"a comment", "--", "select 1 :x",
     source_error(kComment).hint(
         "The rest of the line would be ignored: remove \"--\" and \"/*\" from the value.")},
    {"a comment with what is written behind it", "1 -", "select :x-1", source_error(kComment)},
    {"a comment up to one that is written", "1 /*", "select :x, /* b */ 2 */", source_error(kComment)},
};

}  // namespace variable_scope_tests

BOOST_AUTO_TEST_SUITE(variable_scope_tests)

BOOST_AUTO_TEST_CASE(only_what_has_variables_is_filled_in) {
  VariableScope scope(kVariables);
  BOOST_TEST(filled_in(scope, "select :a") == "select 1");
  BOOST_TEST(filled_in(scope, "select :b, ':a', 1::a") == "as written");
  BOOST_TEST(!scope.fill_in(statement(":a 'b", StatementKind::unterminated)).has_value());
}

BOOST_AUTO_TEST_CASE(whether_a_variable_is_defined_can_be_asked_when_there_is_none) {
  VariableScope scope({});
  BOOST_TEST(filled_in(scope, "select :{?a}") == "select FALSE");
  BOOST_TEST(filled_in(scope, "select :a") == "as written");
}

BOOST_AUTO_TEST_CASE(variables_are_set_and_unset) {
  VariableScope scope(kVariables);
  run(scope, "\\set b :a 2 ' 3'");
  BOOST_TEST(filled_in(scope, "select :'b'") == "select '12 3'");
  run(scope, "\\set b");
  BOOST_TEST(filled_in(scope, "select :'b'") == "select ''");
  run(scope, "\\unset b");
  run(scope, "\\unset b");
  BOOST_TEST(filled_in(scope, "select :'b'") == "as written");
}

BOOST_AUTO_TEST_CASE(a_change_without_a_good_name_is_refused) {
  VariableScope scope({});
  BOOST_CHECK_EXCEPTION(run(scope, "\\set"), Error, source_error("\\set needs a name"));
  BOOST_CHECK_EXCEPTION(run(scope, "\\unset"), Error, source_error("\\unset needs a name"));
  BOOST_CHECK_EXCEPTION(run(scope, "\\set a-b 1"), Error,
                        source_error("\"a-b\" cannot be the name of a variable"));
}

BOOST_AUTO_TEST_CASE(what_is_made_of_a_secret_is_one_until_it_is_set_again) {
  VariableScope scope(kVariables);
  BOOST_TEST(scope.any_secret({"a", "pw"}));
  BOOST_TEST(!scope.any_secret({"a", "b"}));
  run(scope, "\\set b x:pw");
  BOOST_TEST(scope.any_secret({"b"}));
  run(scope, "\\set b x");
  BOOST_TEST(!scope.any_secret({"b"}));
}

BOOST_AUTO_TEST_CASE(what_statements_and_commands_use_is_known) {
  VariableScope scope(kVariables);
  BOOST_TEST(scope.used().empty());
  (void)scope.fill_in(statement("select :a, :nothing"));
  (void)scope.parse("\\echo :pw :nothing");
  BOOST_TEST(scope.used() == (VariableNames{"a", "pw"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(values_may_have_16_mib_together_and_what_is_unset_no_longer_counts) {
  const std::string half(kMostOfValues / 2, 'a');
  VariableScope scope({{"a", half}});
  run(scope, "\\set b " + half);
  run(scope, "\\set b " + half);
  BOOST_CHECK_EXCEPTION(run(scope, "\\set c 1"), Error,
                        source_error("the values of all variables together are longer than 16 MiB"));
  VariableScope other({{"a", half}, {"b", half}});
  run(other, "\\unset a");
  run(other, "\\set c 1");
  BOOST_TEST(filled_in(other, ":c") == "1");
}

BOOST_DATA_TEST_CASE(values_decide_of_which_kind_a_statement_is, bdata::make(kKinds)) {
  BOOST_TEST(kind_with(sample.x, sample.text) == sample.kind);
}

BOOST_DATA_TEST_CASE(values_make_no_more_than_one_statement, bdata::make(kRefused)) {
  BOOST_CHECK_EXCEPTION((void)kind_with(sample.x, sample.text), Error, sample.refusal);
}

BOOST_AUTO_TEST_CASE(a_copy_that_has_rows_below_it_stays_one) {
  const auto copy = StatementKind::copy_from_stdin;
  BOOST_TEST(kind_with("t", "copy :x from stdin", copy) == "copy_from_stdin");
  BOOST_CHECK_EXCEPTION(
      (void)kind_with("'f'", "copy t from :x", copy), Error,
      source_error("the values of its variables make this something else than a COPY … FROM STDIN"));
}

BOOST_AUTO_TEST_SUITE_END()
