#include "watch/monitor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <iterator>
#include <thread>

#include "client/copying.hpp"
#include "support/fake_server.hpp"
#include "support/link.hpp"
#include "support/process.hpp"
#include "support/server.hpp"

namespace monitor_tests {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
using Words = std::vector<std::string>;

/// Calls heard() after each report. A test uses it to end the statement.
struct Listener : Observer {
  std::vector<Blockage> blockages;
  std::vector<StatementProgress> progresses;
  std::function<void()> heard = [] {};

  void waiting_for_answer(const Waiting& waiting) override {
    if (const auto* blockage = std::get_if<Blockage>(&waiting)) blockages.push_back(*blockage);
    if (const auto* progress = std::get_if<StatementProgress>(&waiting)) progresses.push_back(*progress);
    heard();
  }
  /// The reports of looks that the server answered. Without an answer, a report has only the time.
  [[nodiscard]] std::vector<StatementProgress> answered() const {
    std::vector<StatementProgress> answered;
    std::ranges::copy_if(progresses, std::back_inserter(answered),
                         [](const StatementProgress& progress) { return !progress.statement.empty(); });
    return answered;
  }
};

ConnectionParameters parameters_for(const std::string& url) {
  return parse_address(DatabaseAddress{.url = url, .keywords = {}, .origin = "the test"},
                       "runner up host=ci");
}

struct MonitorFixture {
  MonitorFixture() {
    database.execute(
        "create table orders (i int); insert into orders values (1); create table told ();"
        " create function wait_to_be_told(times int = 1) returns void language plpgsql as"
        " $$ begin while (select count(*) from public.told) < times loop perform pg_sleep(0.01); end loop;"
        " end $$");
  }

  Words monitors() {
    return database.column(
        "select application_name from pg_stat_activity where datname = current_database()"
        " and application_name like 'runner monitor%'");
  }

  /// Ends one wait_to_be_told().
  void tell() { database.execute("insert into told default values"); }
  /// Lets the statement end after that many answered looks.
  void tell_after(std::size_t looks) {
    listener.heard = [this, looks] {
      if (listener.answered().size() >= looks) tell();
    };
  }

  /// Runs a statement that has to wait for the other session, and cancels it when a look has reported enough.
  void run_until(
      Connection& connection, const std::string& sql,
      const std::function<bool(const Blockage&)>& enough = [](const Blockage&) { return true; }) {
    listener.heard = [&] {
      if (!listener.blockages.empty() && enough(listener.blockages.back()))
        database.execute(fmt::format("select pg_cancel_backend({})", connection.backend().pid()));
    };
    BOOST_TEST(connection.try_execute(sql).report().sqlstate == "57014");
    listener.heard = [] {};
    BOOST_REQUIRE(!listener.blockages.empty());
  }

  bool somebody_waits_for_orders() {
    return database.value(
               "select count(*) from pg_locks where not granted and relation = 'orders'::regclass"
               " and database = (select oid from pg_database where datname = "
               "current_database())") != "0";
  }

  TemporaryDatabase database;
  Connection watched = connect(database.url());
  Connection other = connect(database.url());
  Listener listener;
};

}  // namespace monitor_tests

BOOST_FIXTURE_TEST_SUITE(monitor_tests, MonitorFixture)

// A slow machine may make these statements long: a look is due after each full second that the client counts.
BOOST_AUTO_TEST_CASE(nobody_looks_at_statements_that_are_soon_done) {
  Link link(0ms);
  const Monitor monitor(watched, parameters_for(url_at_port(link.port(), database.name())), interrupt(),
                        listener);
  std::size_t seconds = 0;
  for (int i = 0; i < 3; ++i) {
    const auto start = std::chrono::steady_clock::now();
    watched.execute("select pg_sleep(0.5)");
    seconds += static_cast<std::size_t>((std::chrono::steady_clock::now() - start) / 1s);
  }
  BOOST_TEST(listener.progresses.size() <= seconds);
  BOOST_TEST((link.connections() == 0 || seconds > 0));
}

BOOST_AUTO_TEST_CASE(a_long_statement_is_looked_at_from_a_connection_that_goes_with_the_monitor) {
  {
    const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
    tell_after(2);
    watched.execute("select 1,\n wait_to_be_told()");
    BOOST_TEST(monitors() == Words{"runner monitor up host=ci"}, boost::test_tools::per_element());
    const auto looks = listener.answered();
    BOOST_REQUIRE(looks.size() >= 2U);
    BOOST_TEST(looks[0].statement == "select 1,");
    BOOST_TEST((looks[0].elapsed > 0ms));
    BOOST_TEST((looks[1].elapsed > looks[0].elapsed));
    BOOST_TEST(!monitor.last_blockage().has_value());
  }
  BOOST_TEST(eventually([&] { return monitors().empty(); }));
  const std::size_t looks = listener.progresses.size();
  watched.execute("select pg_sleep(1.1)");
  BOOST_TEST(listener.progresses.size() == looks);
}

// A look without an answer in time costs more, so the test then retries over another link.
BOOST_AUTO_TEST_CASE(a_look_costs_one_round_trip) {
  constexpr int kConnecting = 3;
  BOOST_TEST(eventually([&] {
    database.execute("truncate told");
    listener.progresses.clear();
    Link link(10ms);
    const Monitor monitor(watched, parameters_for(url_at_port(link.port(), database.name())), interrupt(),
                          listener);
    tell_after(2);
    watched.execute("select wait_to_be_told()");
    const std::size_t looks = listener.progresses.size();
    if (listener.answered().size() < looks) return false;
    BOOST_TEST(link.round_trips() == kConnecting + static_cast<int>(looks));
    return true;
  }));
}

BOOST_AUTO_TEST_CASE(a_look_changes_nothing_for_whoever_gets_the_session_next) {
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  tell_after(1);
  watched.execute("select wait_to_be_told()");
  BOOST_TEST(database.column("select query from pg_stat_activity where application_name like"
                             " 'runner monitor%' and state = 'idle' and datname = current_database()") ==
                 Words{"COMMIT"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_lock_the_blocker_and_the_queue_are_named) {
  other.execute("set application_name = 'pg_dump'");
  other.execute("begin; select 1 from orders");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  std::jthread behind;
  run_until(watched, "alter table orders add status text", [&](const Blockage& blockage) {
    if (!behind.joinable())
      behind = std::jthread([&] { connect(database.url()).execute("select 1 from orders"); });
    return blockage.behind.length > 0;
  });
  const Blockage& blockage = listener.blockages.back();
  BOOST_TEST(blockage.wanted == "ACCESS EXCLUSIVE on public.orders");
  BOOST_TEST((blockage.waited > 0ms));
  BOOST_REQUIRE(blockage.blockers.size() == 1U);
  const Blocker& blocker = blockage.blockers.front();
  BOOST_TEST(blocker.pid == other.backend().pid());
  BOOST_TEST(blocker.application == "pg_dump");
  BOOST_TEST(blocker.user == server_address().user);
  BOOST_TEST(blocker.state == "idle in transaction");
  BOOST_TEST(blocker.query == "begin; select 1 from orders");
  BOOST_TEST(blocker.in_state.has_value());
  BOOST_TEST(blocker.in_transaction.has_value());
  BOOST_TEST(blockage.behind.length == 1U);
}

// The last blockage explains a lock timeout, so it must be recent.
BOOST_AUTO_TEST_CASE(the_last_blockage_is_known_when_the_statement_has_failed) {
  other.execute("begin; select 1 from orders");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  BOOST_TEST(eventually([&] {
    run_until(watched, "alter table orders add status text");
    return monitor.last_blockage() == listener.blockages.back();
  }));
}

BOOST_AUTO_TEST_CASE(whoever_waits_himself_stands_behind_the_one_he_waits_for) {
  other.execute("begin; select 1 from orders");
  const std::jthread waiting(
      [&] { connect(database.url()).execute("begin; lock table orders in access exclusive mode"); });
  BOOST_REQUIRE(eventually([&] { return somebody_waits_for_orders(); }));
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  run_until(watched, "alter table orders add status text");
  other.execute("rollback");
  BOOST_REQUIRE(listener.blockages.front().blockers.size() == 2U);
  BOOST_TEST(listener.blockages.front().blockers.front().pid == other.backend().pid());
}

BOOST_AUTO_TEST_CASE(a_wait_for_a_row_is_a_wait_for_a_transaction) {
  other.execute("begin; update orders set i = 2");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  run_until(watched, "update orders set i = 3");
  BOOST_TEST(listener.blockages.front().wanted == "another transaction to end");
  BOOST_TEST(listener.blockages.front().blockers.front().pid == other.backend().pid());
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_see_others_still_learns_who_is_in_the_way) {
  const TemporaryRole role(database);
  database.execute(fmt::format("grant update on orders to {}", role.name()));
  other.execute("begin; select 1 from orders for update");
  Connection ours = connect(role.url());
  const Monitor monitor(ours, parameters_for(role.url()), interrupt(), listener);
  run_until(ours, "begin; lock table orders in exclusive mode");
  const Blockage& blockage = listener.blockages.front();
  BOOST_TEST(blockage.wanted == "EXCLUSIVE on public.orders");
  const Blocker expected{other.backend().pid(), "runner tests", server_address().user, "", {}, {}, ""};
  BOOST_TEST((blockage.blockers == std::vector<Blocker>{expected}));
}

BOOST_AUTO_TEST_CASE(a_blockage_is_forgotten_when_the_statement_goes_on) {
  other.execute("begin; select 1 from orders");
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  listener.heard = [&] {
    if (!listener.answered().empty()) return tell();
    if (!listener.blockages.empty()) other.execute("rollback");
  };
  watched.execute("do $$ begin lock table orders; perform wait_to_be_told(); end $$");
  BOOST_TEST(!listener.blockages.empty());
  BOOST_TEST(!monitor.last_blockage().has_value());
}

BOOST_AUTO_TEST_CASE(without_a_connection_only_the_time_is_told_and_none_is_tried_again_at_once) {
  FakeServer server(hang_up());
  const Monitor monitor(watched, parameters_for(url_at_port(server.port(), "nowhere")), interrupt(),
                        listener);
  const auto start = std::chrono::steady_clock::now();
  listener.heard = [&] {
    if (listener.progresses.size() == 3) tell();
  };
  watched.execute("select wait_to_be_told()");
  BOOST_TEST(server.connections() <= 1 + (std::chrono::steady_clock::now() - start) / 30s);
  BOOST_REQUIRE(listener.progresses.size() >= 3U);
  BOOST_TEST(listener.progresses[0].statement == "");
  BOOST_TEST((listener.progresses[2].elapsed >= 3s));
}

// The statement ends, which it would not do if the monitor waited for that server.
BOOST_AUTO_TEST_CASE(a_server_that_says_nothing_keeps_nobody_for_ever) {
  FakeServer server(stay_silent());
  const Monitor monitor(watched, parameters_for(url_at_port(server.port(), "nowhere")), interrupt(),
                        listener);
  listener.heard = [&] { tell(); };
  watched.execute("select wait_to_be_told()");
  BOOST_TEST(server.connections() == 1);
  BOOST_REQUIRE(!listener.progresses.empty());
  BOOST_TEST((listener.progresses.front().elapsed >= 1s));
}

BOOST_AUTO_TEST_CASE(rows_that_are_sent_are_counted_here) {
  database.execute(
      "create function wait() returns trigger language plpgsql as"
      " $$ begin perform wait_to_be_told(); return new; end $$;"
      " create trigger wait before insert on orders for each row execute function wait()");
  // More than the buffers of both sides hold, so that some rows remain unsent while the first one waits.
  std::string rows;
  for (int row = 0; row < 40; ++row) rows += std::string(400'000, '0') + "1\n";
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  tell_after(1);
  BOOST_TEST(!copy_rows(watched, "copy orders from stdin", Text(rows)).failed());
  const auto looks = listener.answered();
  BOOST_REQUIRE(!looks.empty());
  const StatementProgress& progress = looks.front();
  BOOST_TEST(progress.statement == "copy orders from stdin");
  BOOST_TEST(progress.total == rows.size());
  BOOST_TEST(progress.done > 0U);
  BOOST_TEST(progress.done < rows.size());
}

// The build stops twice until the monitor has looked at it.
BOOST_AUTO_TEST_CASE(an_index_build_tells_its_phase) {
  database.execute(
      "insert into orders select generate_series(2, 100000);"
      " create function slow(int) returns int immutable language plpgsql as"
      " $$ begin if $1 in (30000, 60000) then perform public.wait_to_be_told($1 / 30000); end if;"
      " return $1; end $$");
  const std::string phase = "building index: scanning table";
  const Monitor monitor(watched, parameters_for(database.url()), interrupt(), listener);
  listener.heard = [&] {
    const auto looks = listener.answered();
    if (looks.empty() || looks.back().phase != phase) return;
    if (looks.back().left || database.value("select count(*) from told") == "0") tell();
  };
  watched.execute("create index slowly on orders (slow(i))");
  const auto looks = listener.answered();
  const auto last = std::ranges::find_if(looks, [](const auto& look) { return look.left.has_value(); });
  BOOST_REQUIRE((last != looks.end()));
  BOOST_TEST(last->statement == "create index slowly on orders (slow(i))");
  BOOST_TEST(last->phase == phase);
  BOOST_TEST(last->total > 0U);
  BOOST_TEST(last->done > looks.front().done);
}

BOOST_AUTO_TEST_SUITE_END()
