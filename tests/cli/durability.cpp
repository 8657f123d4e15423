// What is on disk when the server crashes. Its background writes are so rare here that nothing reaches the
// disk by chance.

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/own_server.hpp"
#include "support/runner_fixture.hpp"

namespace durability {

using namespace runner;
using namespace runner::test;

// All tests share one server, and each test has its own database there.
OwnServer& server() {
  static OwnServer instance;
  return instance;
}

struct Durability : ProjectFixture {
  Durability() {
    Connection administrator = connect(server().url());
    administrator.execute("alter system reset all");
    // From now on only COMMIT causes writes to the disk, and the WAL writer every ten seconds.
    for (const char* setting : {"autovacuum = off", "checkpoint_timeout = '1h'", "wal_writer_delay = '10s'"})
      administrator.execute(std::string("alter system set ") + setting);
    administrator.execute("select pg_reload_conf()");
    name = server().new_database();
    environment_["DATABASE_URL"] = server().url_of(name);
    migration("001_a.sql", "create table a (i int);\n");
  }

  [[nodiscard]] Connection session() const { return connect(server().url_of(name)); }

  std::string history_after_a_crash() {
    server().strike_down();
    server().start();
    return history_now();
  }

  /// The names in the history. Empty also when there is no history.
  std::string history_now() {
    Connection database = session();
    if (database.execute("select to_regclass('migration_history')").text(0, 0).empty()) return "";
    return database.execute("select string_agg(migration_name, ' ' order by id) from migration_history")
        .text(0, 0);
  }

  /// Starts "up" and crashes the server when the first of two files is done.
  Outcome struck_down(const std::vector<std::string>& arguments) {
    migration("002_b.sql", "select pg_sleep(3600);\n");
    Connection database = session();
    Process up = start(arguments);
    BOOST_REQUIRE(eventually(
        [&] { return database.execute("select to_regclass('a') is not null").text(0, 0) == "t"; }));
    server().strike_down();
    server().start();
    return up.wait();
  }

  std::string name;
};

// Timing decides whether runner still finds the server shutting down.
std::string without_waiting(const std::string& text) {
  return std::regex_replace(text, std::regex("err: the server is .*: waiting up to .*\n"), "");
}

}  // namespace durability

BOOST_FIXTURE_TEST_SUITE(durability, Durability)

BOOST_AUTO_TEST_CASE(what_a_run_has_done_is_on_disk_when_it_ends) {
  migration("002_b.sql", "create table b (i int);\n");
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  BOOST_TEST(history_after_a_crash() == "001_a.sql 002_b.sql");
}

BOOST_AUTO_TEST_CASE(so_is_what_was_done_before_a_failure) {
  migration("002_b.sql", "select 1/0;\n");
  BOOST_REQUIRE(run({"up"}).exit_code == 3);
  BOOST_TEST(history_after_a_crash() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(so_is_what_was_done_before_a_script_without_a_transaction) {
  migration("002_b.sql", "-- runner: no-transaction\nselect pg_sleep(3600);\n");
  Process up = start({"up"});
  BOOST_REQUIRE(eventually([&] { return up.err_so_far().find("002_b") != std::string::npos; }));
  BOOST_TEST(history_after_a_crash() == "001_a.sql");
  BOOST_TEST(up.wait().exit_code == 5);
}

BOOST_AUTO_TEST_CASE(so_is_what_was_done_before_an_interrupt) {
  migration("002_b.sql", "select pg_sleep(3600);\n");
  Process up = start({"up"});
  BOOST_REQUIRE(eventually([&] { return up.err_so_far().find("002_b") != std::string::npos; }));
  up.signal(SIGINT);
  BOOST_REQUIRE(up.wait().exit_code == 130);
  BOOST_TEST(history_after_a_crash() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(so_is_what_was_done_before_an_interrupt_while_a_step_gives_way) {
  Connection reader = session();
  reader.execute("create table z (i int)");
  reader.execute("begin; select * from z");
  migration("002_b.sql", "alter table z add note text;\n");
  Process up = start({"up", "--into-existing", "--lock-timeout", "100ms", "--lock-retries", "1000"});
  BOOST_REQUIRE(eventually([&] { return up.err_so_far().find("trying again") != std::string::npos; }));
  up.signal(SIGINT);
  BOOST_REQUIRE(up.wait().exit_code == 130);
  BOOST_TEST(history_after_a_crash() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(what_the_server_lost_in_mid_run_is_taken_back) {
  BOOST_TEST(without_waiting(said(struck_down({"up", "--wait", "1h"}))) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b
err:     WARNING: terminating connection due to immediate shutdown command
err: note: the connection was lost: reading the history to see what is done
err: note: up 001_a was lost: the server went down before it was on disk
err:   up 002_b ......................................... failed
err: database/migrations/001_a.sql: error: the connection to the server was lost
err: detail: The history says: 0 of 2 steps are done; "001_a" is not; it was rolled back.
err: hint: Nothing is applied. Run "runner up" again.
exit: 2
)");
  BOOST_TEST(history_after_a_crash() == "");
}

// Another server may have already committed its part.
BOOST_AUTO_TEST_CASE(with_a_foreign_server_each_commit_waits_for_the_disk) {
  session().execute("create foreign data wrapper w; create server elsewhere foreign data wrapper w");
  struck_down({"up"});
  BOOST_TEST(history_now() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(a_foreign_server_that_the_file_itself_creates_counts) {
  migration("001_a.sql",
            "create table a (i int);\ncreate foreign data wrapper w;\n"
            "create server elsewhere foreign data wrapper w;\n");
  struck_down({"up"});
  BOOST_TEST(history_now() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(with_an_extension_that_may_reach_other_servers_each_commit_waits_for_the_disk) {
  session().execute("create extension dblink");
  struck_down({"up"});
  BOOST_TEST(history_now() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(with_extensions_that_act_here_alone_the_last_commit_waits_for_all) {
  session().execute("create extension pgcrypto; create extension \"uuid-ossp\"");
  struck_down({"up"});
  BOOST_TEST(history_now() == "");
}

BOOST_AUTO_TEST_CASE(durable_makes_each_commit_wait_for_the_disk) {
  struck_down({"up", "--durable"});
  BOOST_TEST(history_now() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(so_does_its_variable) {
  environment_["RUNNER_DURABLE"] = "on";
  struck_down({"up"});
  BOOST_TEST(history_now() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(a_role_for_which_no_commit_waits_changes_nothing) {
  session().execute("alter role runner in database " + name + " set synchronous_commit = off");
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  BOOST_TEST(history_after_a_crash() == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(verbose_says_which_commits_wait_for_the_disk) {
  const auto note = [&](const std::vector<std::string>& words) {
    const std::string err = run(words).err;
    const std::size_t begin = err.find("note: ");
    return begin == std::string::npos ? "" : err.substr(begin, err.find('\n', begin) - begin);
  };
  BOOST_TEST(note({"up", "--verbose"}) ==
             "note: the last COMMIT waits for the disk, and with it those before it");
  migration("002_b.sql", "create extension dblink;\n");
  BOOST_TEST(note({"up", "--verbose", "--durable"}) == "note: every COMMIT waits for the disk: --durable");
  migration("003_c.sql", "create foreign data wrapper w;\ncreate server elsewhere foreign data wrapper w;\n");
  BOOST_TEST(note({"up", "--verbose"}) ==
             "note: every COMMIT waits for the disk: the extension \"dblink\" may act on other servers");
  migration("004_d.sql", "create table d (i int);\n");
  BOOST_TEST(note({"up", "--verbose"}) ==
             "note: every COMMIT waits for the disk: the database has the foreign server \"elsewhere\"");
}

BOOST_AUTO_TEST_CASE(a_commit_that_waits_for_a_standby_says_so) {
  Connection database = session();
  database.execute("alter system set synchronous_standby_names = 'nosuch'");
  database.execute("select pg_reload_conf()");
  Process up = start({"up"});
  BOOST_REQUIRE(eventually([&] { return up.err_so_far().find("pg_stat_replication") != std::string::npos; }));
  database.execute("alter system reset synchronous_standby_names");
  database.execute("select pg_reload_conf()");
  BOOST_TEST(said(up.wait()) == R"(
err:   up 001_a
err:     COMMIT waits N ms for replication to nosuch
err:       it is on disk here; see synchronous_standby_names and pg_stat_replication
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(it_does_not_stay_in_the_document_either) {
  const Outcome outcome = struck_down({"up", "--json", "--quiet", "--wait", "1h"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(nlohmann::json::parse(outcome.out)["steps"].empty());
}

BOOST_AUTO_TEST_SUITE_END()
