// Many concurrent runners, and runners that are killed or lose their session, without a pooler.

#include <boost/test/unit_test.hpp>

#include "fault_fixture.hpp"

using namespace runner::test;

BOOST_FIXTURE_TEST_SUITE(faults_runners, FaultFixture)

BOOST_AUTO_TEST_CASE(twenty_at_once_run_each_file_once) { many_at_once({.bounded = 1, .all = 100}); }

BOOST_AUTO_TEST_CASE(killed_ones_leave_nothing_half_and_the_next_one_arrives) {
  kills({.bounded = 4, .all = 125});
}

BOOST_AUTO_TEST_CASE(ones_whose_session_is_ended_say_what_is_true) {
  ended_sessions({.bounded = 4, .all = 100});
}

BOOST_AUTO_TEST_SUITE_END()
