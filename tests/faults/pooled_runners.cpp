// The same rounds through a pooler in transaction mode, which has three backends for all runners.

#include <boost/test/unit_test.hpp>

#include "fault_fixture.hpp"
#include "support/pgbouncer.hpp"

using namespace runner::test;

namespace faults_pooled_runners {

struct PooledFaults : FaultFixture {
  PooledFaults() {
    environment_["DATABASE_URL"] = pooler.url_of(database.name());
    last_kind = Kind::column;  // later kinds run without a transaction, which a pooler rules out
  }

  // The pooler soon closes unused sessions, so that none is left here either.
  PgBouncer pooler{"server_idle_timeout = 1\n"};
};

}  // namespace faults_pooled_runners

BOOST_FIXTURE_TEST_SUITE(faults_pooled_runners, PooledFaults)

BOOST_AUTO_TEST_CASE(twenty_at_once_run_each_file_once) { many_at_once({.bounded = 1, .all = 100}); }

BOOST_AUTO_TEST_CASE(killed_ones_leave_nothing_half_and_the_next_one_arrives) {
  kills({.bounded = 2, .all = 125});
}

BOOST_AUTO_TEST_CASE(ones_whose_session_is_ended_say_what_is_true) {
  ended_sessions({.bounded = 2, .all = 100});
}

BOOST_AUTO_TEST_SUITE_END()
