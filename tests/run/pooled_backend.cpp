#include "run/pooled_backend.hpp"

#include <boost/test/unit_test.hpp>

#include "client/own_transaction.hpp"
#include "support/server.hpp"

namespace pooled_backend {

using namespace runner;
using namespace runner::test;

using Words = std::vector<std::string>;

// A session in which an earlier client of the pooler left something.
struct PooledFixture {
  PooledFixture() {
    session.execute("prepare before as select 1");
    session.execute("select pg_advisory_lock(1), pg_advisory_lock_shared(2, 3); set work_mem = '5MB'");
  }

  Words column(const std::string& sql) { return session.execute(sql).texts(0); }
  Words prepared() { return column("select name from pg_prepared_statements order by name"); }
  Words locks() {
    return column(
        "select format('%s %s %s', classid, objid, mode) from pg_locks where locktype = 'advisory'"
        " and pid = pg_backend_pid() order by 1");
  }
  void run_script() {
    session.execute("prepare after as select 2");
    session.execute(
        "select pg_advisory_lock(4), pg_advisory_lock(4), pg_advisory_lock_shared(5);"
        " set work_mem = '9MB'; create temporary table t ()");
  }

  TemporaryDatabase database;
  Connection session = connect(database.url());
};

}  // namespace pooled_backend

BOOST_FIXTURE_TEST_SUITE(pooled_backend, PooledFixture)

BOOST_AUTO_TEST_CASE(others_find_the_session_as_they_left_it) {
  const Words prepared_before = prepared();
  const Words locks_before = locks();
  const PooledBackend backend(session.execute(PooledBackend::query()));
  BOOST_TEST(backend.pid() == session.backend().pid());
  run_script();
  BOOST_TEST(locks().size() == 4U);
  for (const std::string& statement : backend.restoring_statements()) session.execute(statement);
  session.execute(std::string("begin; ") + kOwnPath);
  for (const std::string& statement : backend.forgetting_statements()) session.execute(statement);
  session.execute("commit");
  BOOST_TEST(prepared() == prepared_before, boost::test_tools::per_element());
  BOOST_TEST(locks() == locks_before, boost::test_tools::per_element());
  BOOST_TEST(column("show work_mem") == Words{"5MB"}, boost::test_tools::per_element());
  BOOST_TEST(column("select count(*) from pg_class where relpersistence = 't'") == Words{"0"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_outlives_a_rollback_is_forgotten_after_it) {
  const PooledBackend backend(session.execute(PooledBackend::query()));
  session.execute("begin");
  run_script();
  BOOST_TEST(session.try_execute("select 1 / 0").report().sqlstate == "22012");
  session.execute(backend.forget_after_rollback());
  BOOST_TEST(session.idle());
  BOOST_TEST(prepared() == Words{"before"}, boost::test_tools::per_element());
  BOOST_TEST(locks().size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
