#include "plan/waiting.hpp"

#include <boost/test/unit_test.hpp>

namespace waiting {

using namespace runner;
using namespace std::chrono_literals;

Blocker dump() {
  return {2459692, "pg_dump", "ops", "idle in transaction", 1529s, 1529s, "COPY public.orders …"};
}

Blockage blockage_by(std::vector<Blocker> blockers) {
  return {1400ms, "ACCESS EXCLUSIVE on public.orders", std::move(blockers), {}};
}

}  // namespace waiting

BOOST_AUTO_TEST_SUITE(waiting)

BOOST_AUTO_TEST_CASE(a_clock_counts_hours_beyond_a_day) {
  BOOST_TEST(clock_text(0ms) == "00:00:00");
  BOOST_TEST(clock_text(1529999ms) == "00:25:29");
  BOOST_TEST(clock_text(100h + 5s) == "100:00:05");
}

BOOST_AUTO_TEST_CASE(an_error_names_the_lock_and_who_was_in_the_way) {
  BOOST_TEST(blocked_by(blockage_by({dump()})) ==
             "It waited for ACCESS EXCLUSIVE on public.orders.\n"
             "Blocked by pid 2459692, \"pg_dump\", user ops, idle in transaction for 00:25:29: "
             "COPY public.orders …");
  BOOST_TEST(ending_of(blockage_by({dump()})) == "select pg_terminate_backend(2459692);");
}

BOOST_AUTO_TEST_CASE(what_may_not_be_seen_of_a_blocker_is_left_out) {
  BOOST_TEST(blocked_by(blockage_by({{77, "psql", "ops", "", {}, {}, ""}})) ==
             "It waited for ACCESS EXCLUSIVE on public.orders.\n"
             "Blocked by pid 77, \"psql\", user ops.");
  BOOST_TEST(blocked_by(blockage_by({{77, "", "", "", {}, {}, ""}})) ==
             "It waited for ACCESS EXCLUSIVE on public.orders.\n"
             "Blocked by pid 77.");
}

BOOST_AUTO_TEST_CASE(of_many_blockers_three_are_named) {
  const Blocker other{77, "", "", "", {}, {}, ""};
  BOOST_TEST(blocked_by(blockage_by({other, other, other, other, other})) ==
             "It waited for ACCESS EXCLUSIVE on public.orders.\n"
             "Blocked by pid 77.\nBlocked by pid 77.\nBlocked by pid 77.\nBlocked by 2 more.");
}

BOOST_AUTO_TEST_CASE(a_prepared_transaction_has_no_session_that_could_be_ended) {
  const Blockage prepared = blockage_by({{0, "", "", "", {}, {}, ""}});
  BOOST_TEST(blocked_by(prepared) ==
             "It waited for ACCESS EXCLUSIVE on public.orders.\n"
             "Blocked by a prepared transaction: see pg_prepared_xacts.");
  BOOST_TEST(ending_of(prepared) == "");
  BOOST_TEST(ending_of(blockage_by({})) == "");
}

BOOST_AUTO_TEST_SUITE_END()
