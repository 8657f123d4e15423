#include "sql/do_body.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace do_body_tests {

using Texts = std::vector<std::string>;

struct BodyCase {
  std::string_view statement, body;
};
std::ostream& operator<<(std::ostream& out, const BodyCase& c) { return out << c.statement; }

const std::vector<BodyCase> kBodies = {
    {"do $$ a $$", "$$ a $$"},
    {"DO 'a' language plpgsql", "'a'"},
    {"do language plpgsql $b$ a $b$", "$b$ a $b$"},
    {"do LANGUAGE 'plpgsql' E'a'", "E'a'"},
    {"do language\n$$plpgsql$$ $$ a $$", "$$ a $$"},
    {"do /* 'c' */ language \"plpgsql\" 'a'", "'a'"},
    {"do language 'plpgsql'", ""},
    {"do language", ""},
    {"select 1", ""},
    {"", ""},
};

}  // namespace do_body_tests

BOOST_AUTO_TEST_SUITE(do_body_tests)

BOOST_DATA_TEST_CASE(the_body_is_the_first_string_that_names_no_language, bdata::make(kBodies)) {
  BOOST_TEST(body_of_do(sample.statement) == sample.body);
}

BOOST_AUTO_TEST_CASE(the_statements_of_a_body_come_without_what_decides_whether_they_run) {
  const Texts expected = {"a ", "if x ", "b ''", "end if", "end"};
  BOOST_TEST(statements_in_body("'begin a ; if x then b ''''; end if; end'").value() == expected,
             boost::test_tools::per_element());
  BOOST_TEST(statements_in_body("").value() == Texts{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_string_that_is_executed_is_read_too) {
  const Texts expected = {"execute 'drop table ''t'''", "drop table 't'"};
  BOOST_TEST(statements_in_body("$$begin execute 'drop table ''t''';$$").value() == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_put_together_at_run_time_cannot_be_seen) {
  for (const char* body : {"$$begin execute a; end$$", "$$begin execute 'a' || b; end$$",
                           "$$begin execute E'a\\'b'; end$$", "E'perform \\'a\\''"}) {
    BOOST_TEST(!statements_in_body(body).has_value(), body);
  }
}

BOOST_AUTO_TEST_SUITE_END()
