#include "client/connection.hpp"

#include <array>
#include <boost/test/unit_test.hpp>

#include "support/errors.hpp"
#include "support/server.hpp"

namespace connection_tests {

using namespace runner;
using namespace runner::test;

const Refusal kLost = unreachable("the connection to the server was lost");

}  // namespace connection_tests

BOOST_FIXTURE_TEST_SUITE(connection_tests, SessionFixture)

BOOST_AUTO_TEST_CASE(parameters_travel_as_they_are_and_null_stays_null) {
  const Result answer = connection.execute({"select $1::text, $2::text", {"it's \"é\"\n", std::nullopt}});
  BOOST_TEST(answer.text(0, 0) == "it's \"é\"\n");
  BOOST_TEST(!answer.field(0, 1).has_value());
}

BOOST_AUTO_TEST_CASE(a_failure_in_the_middle_of_several_statements_is_the_answer) {
  const Result answer = connection.try_execute("select 1; select 1/0; select 2");
  BOOST_TEST(answer.report().sqlstate == "22012");
}

BOOST_AUTO_TEST_CASE(the_state_of_the_transaction_is_known_after_every_statement) {
  BOOST_TEST(connection.idle());
  connection.execute("begin");
  BOOST_TEST(!connection.idle());
  (void)connection.try_execute("select 1/0");
  BOOST_TEST(!connection.idle());
  const Result commit = connection.try_execute("commit");
  BOOST_TEST(!commit.failed());
  BOOST_TEST(commit.command_tag() == "ROLLBACK");
}

BOOST_AUTO_TEST_CASE(notices_reach_the_handler_in_order) {
  std::vector<std::string> heard;
  connection.callbacks().notice = [&](const ServerNotice& notice) {
    heard.push_back(notice.severity + " " + notice.message + " " + notice.detail);
  };
  connection.execute("do $$ begin raise notice 'one'; raise warning 'two' using detail = 'more'; end $$");
  const std::vector<std::string> expected{"NOTICE one ", "WARNING two more"};
  BOOST_TEST(heard == expected, boost::test_tools::per_element());
}

// libpq may notice the loss while it sends, before any answer arrives.
BOOST_AUTO_TEST_CASE(a_connection_that_is_lost_before_the_first_answer_is_told_so) {
  (void)connection.try_execute("select pg_terminate_backend(pg_backend_pid())");
  BOOST_CHECK_EXCEPTION((void)connection.try_groups({}), Error, kLost);
}

BOOST_AUTO_TEST_CASE(a_name_is_always_quoted) {
  BOOST_TEST(connection.backend().quoted("Order\"s") == "\"Order\"\"s\"");
}

BOOST_AUTO_TEST_CASE(a_session_ended_by_the_server_is_not_alive_and_the_next_call_says_so) {
  const Result answer = connection.try_execute("select pg_terminate_backend(pg_backend_pid())");
  BOOST_TEST(answer.report().sqlstate == "57P01");
  BOOST_TEST(!connection.alive());
  BOOST_CHECK_EXCEPTION(connection.execute("select 1"), Error, kLost);
}

BOOST_AUTO_TEST_CASE(a_session_is_dropped_by_others_and_this_is_noticed_at_the_next_statement) {
  database.execute("select pg_terminate_backend(" + std::to_string(connection.backend().pid()) + ")");
  const Result answer = connection.try_execute("select 1");
  BOOST_TEST((kind_of(answer.report().severity, answer.report().sqlstate) == ErrorKind::unreachable));
  BOOST_TEST(!connection.alive());
}

BOOST_AUTO_TEST_CASE(copy_that_slips_through_ends_with_an_error_and_does_not_hang) {
  connection.execute("create table t (id int)");
  BOOST_TEST(connection.try_execute("copy t from stdin").report().sqlstate == "57014");
  BOOST_TEST(connection.execute("select count(*) from t").text(0, 0) == "0");
}

BOOST_AUTO_TEST_SUITE_END()
