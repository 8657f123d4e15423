#include "postgres/monitor.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <thread>

#include "support/fake_server.hpp"
#include "support/link.hpp"
#include "support/process.hpp"
#include "support/server.hpp"

namespace {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
using Words = std::vector<std::string>;

struct Listener : Observer {
  std::vector<Blockage> blockages;
  std::vector<StatementProgress> progresses;
  void blocked(const Blockage& blockage) override { blockages.push_back(blockage); }
  void statement_progress(const StatementProgress& progress) override { progresses.push_back(progress); }
};

ConnectionParameters parameters_for(const std::string& url) {
  return parse_address(DatabaseAddress{.url = url, .keywords = {}, .origin = "the test"},
                       "runner up host=ci");
}

struct MonitorFixture {
  MonitorFixture() { database.execute("create table orders (i int); insert into orders values (1)"); }

  Words monitors() {
    return database.column(
        "select application_name from pg_stat_activity where datname = current_database()"
        " and application_name like 'runner monitor%'");
  }

  /// Runs the statement, which has to wait for what the other session holds, until a lock timeout ends it.
  Result run_into_timeout(const std::string& sql) {
    watched.execute("set lock_timeout = '1500ms'");
    return watched.try_execute(sql);
  }

  TemporaryDatabase database;
  Connection watched = connect(database.url());
  Connection other = connect(database.url());
  Listener listener;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(monitor_tests, MonitorFixture)

BOOST_AUTO_TEST_CASE(nobody_looks_at_statements_that_are_soon_done) {
  Link link(0ms);
  const Monitor monitor(watched, parameters_for(url_at_port(link.port(), database.name())), interrupt(),
                        listener);
  for (int i = 0; i < 3; ++i) watched.execute("select pg_sleep(0.5)");
  BOOST_TEST(link.connections() == 0);
  BOOST_TEST(listener.progresses.empty());
}

BOOST_AUTO_TEST_CASE(a_long_statement_is_looked_at_from_a_connection_that_goes_with_the_monitor) {
  {
    const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
    watched.execute("select 1,\n pg_sleep(2.5)");
    BOOST_TEST(monitors() == Words{"runner monitor up host=ci"}, boost::test_tools::per_element());
    BOOST_REQUIRE(listener.progresses.size() == 2U);
    BOOST_TEST(listener.progresses[0].statement == "select 1,");
    BOOST_TEST((listener.progresses[0].elapsed >= 1s));
    BOOST_TEST((listener.progresses[1].elapsed >= 2s));
    BOOST_TEST(!monitor.last_blockage().has_value());
  }
  BOOST_TEST(eventually([&] { return monitors().empty(); }));
  watched.execute("select pg_sleep(1.1)");
  BOOST_TEST(listener.progresses.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_look_costs_one_round_trip) {
  constexpr int kConnecting = 3;
  Link link(10ms);
  const Monitor monitor(watched, parameters_for(url_at_port(link.port(), database.name())), interrupt(),
                        listener);
  watched.execute("select pg_sleep(2.8)");
  BOOST_TEST(listener.progresses.size() == 2U);
  BOOST_TEST(link.round_trips() == kConnecting + 2);
}

BOOST_AUTO_TEST_CASE(a_look_changes_nothing_for_whoever_gets_the_session_next) {
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  watched.execute("select pg_sleep(1.2)");
  BOOST_TEST(database.column("select query from pg_stat_activity where application_name like"
                             " 'runner monitor%' and state = 'idle'") == Words{"commit"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_lock_the_blocker_and_the_queue_are_named) {
  other.execute("set application_name = 'pg_dump'");
  other.execute("begin; select 1 from orders");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  std::thread behind([&] {
    Connection reader = connect(database.url());
    while (database.value("select count(*) from pg_locks where not granted") == "0") {
    }
    reader.execute("select 1 from orders");
  });
  const Result answer = run_into_timeout("alter table orders add status text");
  behind.join();
  BOOST_TEST(answer.report().sqlstate == "55P03");
  BOOST_REQUIRE(!listener.blockages.empty());
  const Blockage& blockage = listener.blockages.front();
  BOOST_TEST(blockage.wanted == "ACCESS EXCLUSIVE on public.orders");
  BOOST_TEST((blockage.waited >= 500ms && blockage.waited < 1500ms));
  BOOST_REQUIRE(blockage.blockers.size() == 1U);
  const Blocker& blocker = blockage.blockers.front();
  BOOST_TEST(blocker.pid == other.backend_pid());
  BOOST_TEST(blocker.application == "pg_dump");
  BOOST_TEST(blocker.user == server_address().user);
  BOOST_TEST(blocker.state == "idle in transaction");
  BOOST_TEST(blocker.query == "begin; select 1 from orders");
  BOOST_TEST(blocker.in_state.has_value());
  BOOST_TEST(blocker.in_transaction.has_value());
  BOOST_TEST(blockage.behind.length == 1U);
  BOOST_TEST((monitor.last_blockage() == blockage));
}

BOOST_AUTO_TEST_CASE(whoever_waits_himself_stands_behind_the_one_he_waits_for) {
  other.execute("begin; select 1 from orders");
  std::thread waiting([&] {
    Connection second = connect(database.url());
    second.execute("set lock_timeout = '4s'");
    (void)second.try_execute("begin; lock table orders in access exclusive mode");
  });
  BOOST_REQUIRE(
      eventually([&] { return database.value("select count(*) from pg_locks where not granted") == "1"; }));
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  BOOST_TEST(run_into_timeout("alter table orders add status text").report().sqlstate == "55P03");
  other.execute("rollback");
  waiting.join();
  BOOST_REQUIRE(!listener.blockages.empty());
  BOOST_REQUIRE(listener.blockages.front().blockers.size() == 2U);
  BOOST_TEST(listener.blockages.front().blockers.front().pid == other.backend_pid());
}

BOOST_AUTO_TEST_CASE(a_wait_for_a_row_is_a_wait_for_a_transaction) {
  other.execute("begin; update orders set i = 2");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  BOOST_TEST(run_into_timeout("update orders set i = 3").report().sqlstate == "55P03");
  BOOST_REQUIRE(!listener.blockages.empty());
  BOOST_TEST(listener.blockages.front().wanted == "another transaction to end");
  BOOST_TEST(listener.blockages.front().blockers.front().pid == other.backend_pid());
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_see_others_still_learns_who_is_in_the_way) {
  const TemporaryRole role(database);
  database.execute(fmt::format("grant update on orders to {}", role.name()));
  other.execute("begin; select 1 from orders for update");
  Connection ours = connect(role.url());
  const Monitor monitor(ours, parameters_for(role.url()), interrupt(), listener);
  ours.execute("set lock_timeout = '1500ms'");
  BOOST_TEST(ours.try_execute("begin; lock table orders in exclusive mode").report().sqlstate == "55P03");
  BOOST_REQUIRE(!listener.blockages.empty());
  const Blockage& blockage = listener.blockages.front();
  BOOST_TEST(blockage.wanted == "EXCLUSIVE on public.orders");
  const Blocker expected{other.backend_pid(), "runner tests", server_address().user, "", {}, {}, ""};
  BOOST_TEST((blockage.blockers == std::vector<Blocker>{expected}));
}

BOOST_AUTO_TEST_CASE(a_blockage_is_forgotten_when_the_statement_goes_on) {
  other.execute("begin; select 1 from orders");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  std::thread release([&] {
    std::this_thread::sleep_for(1300ms);
    other.execute("rollback");
  });
  watched.execute("do $$ begin lock table orders; perform pg_sleep(1); end $$");
  release.join();
  BOOST_TEST(listener.blockages.size() == 1U);
  BOOST_TEST(listener.progresses.size() == 1U);
  BOOST_TEST(!monitor.last_blockage().has_value());
}

BOOST_AUTO_TEST_CASE(without_a_connection_only_the_time_is_told_and_none_is_tried_again_at_once) {
  FakeServer server(hang_up());
  const Monitor monitor(watched, parameters_for(url_at_port(server.port(), "nowhere")), interrupt(),
                        listener);
  watched.execute("select pg_sleep(3.5)");
  BOOST_TEST(server.connections() == 1);
  BOOST_REQUIRE(listener.progresses.size() == 3U);
  BOOST_TEST(listener.progresses[0].statement == "");
  BOOST_TEST((listener.progresses[2].elapsed >= 3s));
}

BOOST_AUTO_TEST_CASE(a_server_that_says_nothing_keeps_nobody_for_long) {
  FakeServer server(stay_silent());
  const Monitor monitor(watched, parameters_for(url_at_port(server.port(), "nowhere")), interrupt(),
                        listener);
  const auto start = std::chrono::steady_clock::now();
  watched.execute("select pg_sleep(1.5)");
  const auto took = std::chrono::steady_clock::now() - start;
  BOOST_TEST((took >= 2900ms && took < 4s));
}

BOOST_AUTO_TEST_CASE(rows_that_are_sent_are_counted_here) {
  database.execute(
      "create function slow() returns trigger language plpgsql as"
      " $$ begin perform pg_sleep(0.05); return new; end $$;"
      " create trigger slow before insert on orders for each row execute function slow()");
  // More than fits between the two sides, so that sending takes as long as the server does.
  std::string rows;
  for (int row = 0; row < 40; ++row) rows += std::string(400'000, '0') + "1\n";
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  BOOST_TEST(!watched.copy_rows("copy orders from stdin", rows).failed());
  BOOST_REQUIRE(!listener.progresses.empty());
  const StatementProgress& progress = listener.progresses.front();
  BOOST_TEST(progress.statement == "copy orders from stdin");
  BOOST_TEST(progress.total == rows.size());
  BOOST_TEST(progress.done > 0U);
  BOOST_TEST(progress.done < rows.size());
  BOOST_TEST(!watched.sending().has_value());
}

BOOST_AUTO_TEST_CASE(an_index_build_tells_its_phase) {
  database.execute(
      "insert into orders select generate_series(1, 100000);"
      " create function slow(int) returns int immutable language plpgsql as"
      " $$ begin if $1 % 1000 = 0 then perform pg_sleep(0.025); end if; return $1; end $$");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  watched.execute("create index slowly on orders (slow(i))");
  BOOST_REQUIRE(listener.progresses.size() >= 2U);
  const StatementProgress& progress = listener.progresses[1];
  BOOST_TEST(progress.statement == "create index slowly on orders (slow(i))");
  BOOST_TEST(progress.phase == "building index: scanning table");
  BOOST_TEST(progress.total > 0U);
  BOOST_TEST(progress.done > listener.progresses[0].done);
  BOOST_TEST(progress.left.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
