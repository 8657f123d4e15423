#include "store/lock.hpp"

#include <boost/test/unit_test.hpp>

#include "support/errors.hpp"
#include "support/process.hpp"
#include "support/server.hpp"

namespace lock_tests {

using namespace runner;
using namespace runner::test;

struct Listener : Observer {
  std::vector<std::string> waited_for;
  void waiting_for_lock(const LockHolder& holder, Milliseconds /*waited*/, Milliseconds /*limit*/) override {
    waited_for.push_back(holder.application);
  }
};

struct LockFixture {
  TemporaryDatabase database;
  Connection first = connect(database.url());
  Connection second = connect(database.url());
  Listener listener;
};

}  // namespace lock_tests

BOOST_FIXTURE_TEST_SUITE(lock_tests, LockFixture)

BOOST_AUTO_TEST_CASE(a_free_lock_is_taken_at_once_and_can_be_seen) {
  take_lock(first, Milliseconds{0}, listener);
  BOOST_TEST(database.value("select count(*) from pg_locks where locktype = 'advisory'"
                            " and classid::bigint << 32 | objid::bigint = 125848689468786"
                            " and pid = " +
                            std::to_string(first.backend().pid())) == "1");
  BOOST_TEST(listener.waited_for.empty());
}

BOOST_AUTO_TEST_CASE(a_held_lock_is_given_up_on_with_the_holders_name) {
  take_lock(first, Milliseconds{0}, listener);
  const std::string holder = std::to_string(first.backend().pid());
  BOOST_CHECK_EXCEPTION(take_lock(second, Milliseconds{0}, listener), Error,
                        unreachable("another runner is using this database")
                            .detail_begins("It is pid " + holder + ", \"runner tests\", user runner"));
}

BOOST_AUTO_TEST_CASE(the_lock_is_one_for_each_database) {
  TemporaryDatabase other;
  Connection elsewhere = connect(other.url());
  take_lock(first, Milliseconds{0}, listener);
  BOOST_CHECK_NO_THROW(take_lock(elsewhere, Milliseconds{0}, listener));
}

BOOST_AUTO_TEST_CASE(the_lock_goes_with_the_session) {
  {
    Connection brief = connect(database.url());
    take_lock(brief, Milliseconds{0}, listener);
  }
  BOOST_CHECK_NO_THROW(take_lock(second, kHangGuard, listener));
}

BOOST_AUTO_TEST_SUITE_END()
