#include "sql/marked_comments.hpp"

#include <boost/test/unit_test.hpp>

using namespace runner;

BOOST_AUTO_TEST_SUITE(marked_comments)

BOOST_AUTO_TEST_CASE(a_directive_is_found_by_its_offset) {
  BOOST_TEST(find_directive("; -- a\n -- runner: x\n").value() == 8U);
  BOOST_TEST(!find_directive("; -- a runner: x\n").has_value());
  BOOST_TEST(!find_directive("").has_value());
}

BOOST_AUTO_TEST_CASE(the_rollback_of_another_tool_is_found_by_its_offset) {
  BOOST_TEST(find_down_section(" -- +goose Down\n").value() == 1U);
  BOOST_TEST(find_down_section("-- a\n-- migrate:down\n").value() == 5U);
  BOOST_TEST(find_down_section("-- +migrate Down").value() == 0U);
  BOOST_TEST(!find_down_section("/*\n-- +goose Down\n*/").has_value());
}

BOOST_AUTO_TEST_CASE(a_directive_ends_before_a_remark_of_its_own) {
  BOOST_TEST(directive_in("-- runner: lock-timeout 10s -- for this file").value() == "lock-timeout 10s");
  BOOST_TEST(directive_in("-- RUNNER : no-transaction").value() == "no-transaction");
  BOOST_TEST(!directive_in("-- Runner : is a program").has_value());
  BOOST_TEST(!directive_in("-- a runner: no-transaction").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
