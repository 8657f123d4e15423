#include "store/pooled_lock.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

#include "store/lock.hpp"
#include "support/errors.hpp"
#include "support/process.hpp"
#include "support/server.hpp"

namespace pooled_lock_tests {

using namespace runner;
using namespace runner::test;

struct PooledLockFixture {
  std::unique_ptr<PooledLock> keep(Milliseconds limit = Milliseconds{0}) {
    return std::make_unique<PooledLock>(connect(database.url()), limit, observer);
  }

  /// Asks the server in another session, as a run does before it commits.
  void prove(const Query& proof) {
    const std::vector<Result> answers = other.try_together({&proof, 1});
    PooledLock::require_held(answers.front());
  }

  bool database_has(int pid) {
    return database.value("select count(*) from pg_stat_activity where pid = " + std::to_string(pid)) == "1";
  }

  TemporaryDatabase database;
  Observer observer;
  Connection other = connect(database.url());
};

const Refusal kBusy = unreachable("another runner is using this database");
const Refusal kLost = unreachable("the lock that keeps other runners out was lost");

}  // namespace pooled_lock_tests

BOOST_FIXTURE_TEST_SUITE(pooled_lock_tests, PooledLockFixture)

BOOST_AUTO_TEST_CASE(the_lock_can_be_proven_as_long_as_it_is_kept) {
  auto pooled_lock = keep();
  const Query proof = pooled_lock->proof();
  BOOST_CHECK_NO_THROW(prove(proof));
  pooled_lock.reset();
  BOOST_CHECK_EXCEPTION(prove(proof), Error, kLost);
}

BOOST_AUTO_TEST_CASE(a_later_holder_does_not_prove_the_lock_of_an_earlier_one) {
  auto pooled_lock = keep();
  const Query proof = pooled_lock->proof();
  pooled_lock.reset();
  pooled_lock = keep(kHangGuard);
  BOOST_CHECK_NO_THROW(prove(pooled_lock->proof()));
  BOOST_CHECK_EXCEPTION(prove(proof), Error, kLost);
}

BOOST_AUTO_TEST_CASE(a_pooled_lock_and_a_session_keep_each_other_out) {
  auto pooled_lock = keep();
  BOOST_CHECK_EXCEPTION(take_lock(other, Milliseconds{0}, observer), Error, kBusy);
  pooled_lock.reset();
  take_lock(other, kHangGuard, observer);
  BOOST_CHECK_EXCEPTION(keep(), Error, kBusy);
}

BOOST_AUTO_TEST_CASE(a_limit_on_idle_transactions_does_not_end_it) {
  database.execute("alter database " + database.name() + " set idle_in_transaction_session_timeout = '50ms'");
  const auto pooled_lock = keep();
  Connection idle = connect(database.url());
  idle.execute("begin");
  BOOST_REQUIRE(eventually([&] { return !database_has(idle.backend().pid()); }));
  BOOST_CHECK_NO_THROW(prove(pooled_lock->proof()));
}

BOOST_AUTO_TEST_SUITE_END()
