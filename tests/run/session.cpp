#include "run/session.hpp"

#include <boost/test/unit_test.hpp>

#include "support/errors.hpp"
#include "support/server.hpp"
#include "support/steps.hpp"

namespace session_tests {

using namespace runner;
using namespace runner::test;

using Words = std::vector<std::string>;

constexpr Milliseconds kTwoSeconds{2000};

}  // namespace session_tests

BOOST_AUTO_TEST_SUITE(session_tests)

BOOST_AUTO_TEST_CASE(a_transaction_gets_settings_that_end_with_it) {
  const Words expected{"SET LOCAL standard_conforming_strings = on", "SET LOCAL lock_timeout = 2000",
                       "SET LOCAL statement_timeout = 0",
                       "SET LOCAL idle_in_transaction_session_timeout = 0"};
  BOOST_TEST(settings_for(up("001_a", "select 1;"), kTwoSeconds, 150000) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_newer_server_has_one_more_limit_to_lift) {
  const Words settings = settings_for(up("001_a", "select 1;"), kTwoSeconds, 170000);
  BOOST_TEST(settings.back() == "SET LOCAL transaction_timeout = 0");
}

BOOST_AUTO_TEST_CASE(a_script_without_a_transaction_waits_for_locks_as_long_as_it_takes) {
  const Step step = up("001_a", "-- runner: no-transaction\nvacuum;");
  const Words expected{"SET standard_conforming_strings = on", "SET lock_timeout = 0",
                       "SET statement_timeout = 0", "SET idle_in_transaction_session_timeout = 0"};
  BOOST_TEST(settings_for(step, kTwoSeconds, 150000) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_script_asks_for_is_stronger_than_the_option) {
  const Step step = up("001_a", "-- runner: lock-timeout 10s\n-- runner: statement-timeout 1min\nselect 1;");
  const Words settings = settings_for(step, kTwoSeconds, 150000);
  BOOST_TEST(settings.at(1) == "SET LOCAL lock_timeout = 10000");
  BOOST_TEST(settings.at(2) == "SET LOCAL statement_timeout = 60000");
  BOOST_TEST(lock_timeout_of(step, kTwoSeconds).count() == 10'000);
  BOOST_TEST(lock_timeout_of(up("002_b", "select 1;"), kTwoSeconds).count() == 2000);
}

BOOST_AUTO_TEST_CASE(a_restored_session_is_as_it_began) {
  TemporaryDatabase database;
  TemporaryRole role(database);
  Connection connection = connect(database.url());
  const std::string state = "select current_user || ' ' || current_setting('search_path')";
  const std::string before = connection.execute(state).text(0, 0);
  connection.execute("set role " + role.name() + "; set search_path = pg_catalog");
  BOOST_TEST(connection.execute(state).text(0, 0) != before);
  for (const std::string& statement : restoring_statements()) connection.execute(statement);
  BOOST_TEST(connection.execute(state).text(0, 0) == before);
}

BOOST_AUTO_TEST_CASE(a_session_forgets_what_a_script_left_in_it) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  connection.execute(
      "create temporary table t (); prepare p as select 1; listen l;"
      " declare c cursor with hold for select 1");
  for (const std::string& statement : forgetting_statements()) connection.execute(statement);
  BOOST_TEST(connection.execute("select count(*) from pg_prepared_statements").text(0, 0) == "0");
  BOOST_TEST(connection.execute("select count(*) from pg_cursors").text(0, 0) == "0");
  BOOST_TEST(connection.execute("select count(*) from pg_listening_channels()").text(0, 0) == "0");
  BOOST_TEST(connection.execute("select count(*) from pg_class where relpersistence = 't'").text(0, 0) ==
             "0");
}

BOOST_AUTO_TEST_CASE(a_commit_that_answers_rollback_is_a_failure) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  connection.execute("begin");
  BOOST_TEST(connection.try_execute("select 1 / 0").report().sqlstate == "22012");
  BOOST_CHECK_EXCEPTION(require_commit(connection.try_execute("commit")), Error,
                        failed("the server rolled the transaction back at COMMIT"));
  connection.execute("begin");
  BOOST_CHECK_NO_THROW(require_commit(connection.try_execute("commit")));
}

BOOST_AUTO_TEST_SUITE_END()
