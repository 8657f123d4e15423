// One runner at a time through a pooler, and what holds after it loses its lock or its connection.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <regex>

#include "support/fake_server.hpp"
#include "support/pooled_fixture.hpp"

namespace pooler_lock {

using namespace runner;
using namespace runner::test;
using Words = std::vector<std::string>;

struct PoolerLock : PooledFixture {
  /// The backend that holds runner's lock, whose key is "runner" in ASCII.
  std::string holder() {
    return database.value(
        "select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
        " and (classid::bigint << 32 | objid::bigint) = 125848689468786 and database = "
        "(select oid from pg_database where datname = current_database())");
  }

  /// Writes a file that waits in the middle.
  void block_second_file() {
    migration("002_b.sql", "create table b (i int);\nselect pg_advisory_xact_lock(1);\n");
    blocker.execute("select pg_advisory_lock(1)");
  }
  void release_second_file() { blocker.execute("select pg_advisory_unlock(1)"); }
  bool second_file_waits() {
    return eventually([&] {
      return database.value(
                 "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = 1"
                 " and database = (select oid from pg_database where datname = current_database())") == "1";
    });
  }

  /// Whether runner has received the commit of the first file from the pooler: what the pooler has not
  /// forwarded when it is killed is lost.
  static bool reports_first_file(Process& process) {
    return eventually([&] { return process.err_so_far().find(" up 001_a ....") != std::string::npos; });
  }

  /// Removes the message that runner prints when the pooler is not back at once.
  static std::string without_waiting(std::string text) {
    static const std::regex waiting("err: the server is not there yet[^\n]*\n");
    return std::regex_replace(text, waiting, "");
  }

  Connection blocker = connect(database.url());
};

}  // namespace pooler_lock

BOOST_FIXTURE_TEST_SUITE(pooler_lock, PoolerLock)

BOOST_AUTO_TEST_CASE(two_at_once_run_each_file_once) {
  for (int file = 2; file <= 5; ++file)
    migration(fmt::format("00{}_x.sql", file), fmt::format("insert into a values ({});\n", file));
  for (int round = 1; round <= 3; ++round) {
    BOOST_TEST_CONTEXT("round " << round) {
      Process first = start({"up", "--lock-wait", "1h"});
      Process second = start({"up", "--lock-wait", "1h"});
      const Outcome one = first.wait();
      const Outcome two = second.wait();
      BOOST_TEST(one.exit_code == 0, one.err);
      BOOST_TEST(two.exit_code == 0, two.err);
      BOOST_TEST(one.out.starts_with("nothing to do") != two.out.starts_with("nothing to do"));
      BOOST_TEST(database.column("select i from a order by i") == (Words{"2", "3", "4", "5"}),
                 boost::test_tools::per_element());
      database.execute("drop table a, migration_history, migration_log, migration_scripts, seed_history");
    }
  }
}

BOOST_AUTO_TEST_CASE(one_through_the_pooler_waits_for_one_that_is_connected_directly) {
  block_second_file();
  Process direct = start_at(database.url(), {"up", "--lock-timeout", "0"});
  BOOST_REQUIRE(second_file_waits());
  const Outcome busy = run({"up", "--lock-wait", "0"});
  BOOST_TEST(busy.exit_code == 2);
  BOOST_TEST(
      busy.err.starts_with("error: another runner is using this database\ndetail: It is pid " + holder()),
      busy.err);
  Process pooled = start({"up", "--lock-wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return pooled.err_so_far().starts_with("another runner is using this"); }));
  release_second_file();
  BOOST_TEST(direct.wait().exit_code == 0);
  BOOST_TEST(pooled.wait().out == "nothing to do: no migration is pending; at 002_b\n");
}

BOOST_AUTO_TEST_CASE(one_that_is_connected_directly_waits_for_one_through_the_pooler) {
  block_second_file();
  Process pooled = start({"up", "--lock-timeout", "0"});
  BOOST_REQUIRE(second_file_waits());
  const Outcome busy = run_at(database.url(), {"up", "--lock-wait", "0"});
  BOOST_TEST(busy.exit_code == 2);
  static const std::regex named(R"rx(^error: another runner is using this database
detail: It is pid \d+, "runner up host=[^"]+", user )rx");
  BOOST_TEST(std::regex_search(busy.err, named), busy.err);
  Process direct = start_at(database.url(), {"up", "--lock-wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return direct.err_so_far().starts_with("another runner is using this"); }));
  release_second_file();
  BOOST_TEST(pooled.wait().exit_code == 0);
  BOOST_TEST(direct.wait().out == "nothing to do: no migration is pending; at 002_b\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_committed_once_the_lock_is_lost) {
  block_second_file();
  Process process = start({"up", "--lock-timeout", "0"});
  BOOST_REQUIRE(second_file_waits());
  database.execute("select pg_terminate_backend(" + holder() + ")");
  BOOST_REQUIRE(eventually([&] { return holder() == "no row"; }));
  release_second_file();
  BOOST_TEST(said(process.wait()) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql: error: the lock that keeps other runners out was lost
err: detail: The transaction that held it through the pooler has ended: nothing more is committed.
err: hint: Run it again. If the pooler ends idle transactions, allow more time for them
err:   (idle_transaction_timeout); or connect to the server itself.
err:   "002_b" was undone; the database is at 001_a.
exit: 2
)");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("b"));
  BOOST_TEST(
      log() == (Words{"up done 001_a", "up failed 002_b the lock that keeps other runners out was lost"}),
      boost::test_tools::per_element());
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Words{"001_a.sql", "002_b.sql"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_stopped_run_is_undone_and_leaves_no_lock) {
  block_second_file();
  Process process = start({"up", "--lock-timeout", "0"});
  BOOST_REQUIRE(second_file_waits());
  process.signal(SIGINT);
  BOOST_TEST(process.wait().exit_code == 130);
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("b"));
  release_second_file();
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_CASE(a_run_that_lost_its_connection_gives_up_its_lock_and_asks) {
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  migration("002_b.sql", "create table b (i int);\n");
  const FakeServer link(
      pass_on([](std::string_view sent) { return sent.find("create table b") != std::string_view::npos; },
              pooler.port()));
  BOOST_TEST(said(run_at(url_at_port(link.port(), database.name()), {"up"})) == R"(
err: note: the connection was lost: reading the history to see what is done
err: database/migrations/002_b.sql: error: the connection to the server was lost
err: detail: The history says: 0 of 1 steps are done; "002_b" is not; it was rolled back.
err: hint: The database is at 001_a. Run "runner up" again.
exit: 2
)");
  BOOST_TEST(no_lock_is_left());
}

// The second file lost its lock together with the pooler, so it cannot commit any more.
BOOST_AUTO_TEST_CASE(a_pooler_that_goes_away_takes_what_was_not_committed_with_it) {
  block_second_file();
  Process process = start({"up", "--lock-timeout", "0", "--wait", "1h"});
  BOOST_REQUIRE(second_file_waits());
  BOOST_REQUIRE(reports_first_file(process));
  pooler.replace();
  BOOST_TEST(without_waiting(said(process.wait())) == R"(
err:   up 001_a ......................................... N ms
err: note: the connection was lost: reading the history to see what is done
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql: error: the connection to the server was lost
err: detail: The history says: 1 of 2 steps are done; "002_b" is not; it was rolled back.
err: hint: The database is at 001_a. Run "runner up" again.
exit: 2
)");
  release_second_file();
  BOOST_REQUIRE(no_lock_is_left());
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("b"));
}

// The pooler is stopped when the server commits, so runner learns of the commit from the history.
BOOST_AUTO_TEST_CASE(what_was_committed_behind_a_pooler_that_went_away_is_known_to_be) {
  block_second_file();
  Process process = start({"up", "--lock-timeout", "0", "--wait", "1h"});
  BOOST_REQUIRE(second_file_waits());
  BOOST_REQUIRE(reports_first_file(process));
  // After the pooler has served another client, it has also forwarded everything that arrived earlier.
  client().execute("select 1");
  pooler.signal(SIGSTOP);
  release_second_file();
  BOOST_REQUIRE(eventually([&] { return history().size() == 2U; }));
  pooler.replace();
  BOOST_TEST(without_waiting(said(process.wait())) == R"(
err:   up 001_a ......................................... N ms
err: note: the connection was lost: reading the history to see what is done
err:   up 002_b ......................................... N ms
out: applied 2 migrations in N ms; at 002_b
exit: 0
)");
  BOOST_TEST(database.exists("b"));
}

BOOST_AUTO_TEST_SUITE_END()
