#include "store/database_state.hpp"

#include <boost/test/unit_test.hpp>

#include "support/errors.hpp"
#include "support/server.hpp"

namespace database_state {

using namespace runner;
using namespace runner::test;

using Words = std::vector<std::string>;

struct StateFixture : SessionFixture {
  Observer observer;

  DatabaseState lock_and_read(Connection& by, const std::function<void()>& before_waiting = {}) {
    return lock_and_read_state(
        by, "", ReadScope::history, Milliseconds{0}, observer, [&] { return connect(database.url()); },
        before_waiting);
  }
  std::string locks() {
    return database.value("select count(*) from pg_locks where locktype = 'advisory' and pid = " +
                          std::to_string(connection.backend().pid()));
  }
};

}  // namespace database_state

BOOST_FIXTURE_TEST_SUITE(database_state, StateFixture)

BOOST_AUTO_TEST_CASE(reading_takes_no_lock_and_creates_nothing) {
  const DatabaseState state = read_state(connection, "", ReadScope::history);
  BOOST_TEST(state.facts.schema == "public");
  BOOST_TEST(state.facts.backend_pid == connection.backend().pid());
  BOOST_TEST(!state.tables.has(OwnTable::history));
  BOOST_TEST(state.contents.history.entries.empty());
  BOOST_TEST(locks() == "0");
  BOOST_TEST(!database.exists("migration_history"));
}

BOOST_AUTO_TEST_CASE(tables_of_others_are_named_where_there_is_no_history) {
  database.execute("create table b (); create table \"A\" (); create view v as select 1");
  const Words expected{"public.\"A\"", "public.b"};
  BOOST_TEST(read_state(connection, "", ReadScope::history).other_tables == expected,
             boost::test_tools::per_element());
  BOOST_TEST(read_state(connection, "", ReadScope::seeds).other_tables.empty());
}

BOOST_AUTO_TEST_CASE(the_lock_is_held_by_the_session_that_has_read) {
  const DatabaseState state = lock_and_read(connection);
  BOOST_TEST(state.pooled_lock.get() == nullptr);
  BOOST_TEST(locks() == "1");
}

BOOST_AUTO_TEST_CASE(before_it_waits_for_the_lock_it_calls_back) {
  const DatabaseState first = lock_and_read(connection);
  Connection second = connect(database.url());
  int calls = 0;
  BOOST_CHECK_EXCEPTION(lock_and_read(second, [&] { ++calls; }), Error,
                        unreachable("another runner is using this database"));
  BOOST_TEST(calls == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_locked_where_nothing_can_be_written) {
  Connection reader = connect(database.url() + "?options=-cdefault_transaction_read_only%3Don");
  BOOST_CHECK_EXCEPTION(lock_and_read(reader), Error,
                        refused("the session of \"" + server_address().user + "\" is read-only"));
}

BOOST_AUTO_TEST_SUITE_END()
