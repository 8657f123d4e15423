// What runner reports while a statement waits for other sessions or takes long.

#include <fmt/format.h>
#include <signal.h>

#include <boost/test/unit_test.hpp>
#include <regex>
#include <thread>

#include "support/says.hpp"
#include "support/terminal_fixture.hpp"

namespace waiting_for_others {

using namespace runner;
using namespace runner::test;
using Words = std::vector<std::string>;

struct Waiting : TerminalFixture {
  Waiting() {
    migration("001_a.sql", "create table orders (i int);\ninsert into orders values (1);\n");
    run({"up"});
    database.execute(
        "create table told (); create function wait_to_be_told() returns void language plpgsql as"
        " $$ begin while not exists (select from told) loop perform pg_sleep(0.01); end loop; end $$");
    other.execute("set application_name = 'pg_dump'");
  }

  std::string pid() const { return std::to_string(other.backend().pid()); }

  bool somebody_waits() {
    return eventually([&] {
      return database.value(
                 "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
                 " where not l.granted and a.datname = current_database()") != "0";
    });
  }

  std::string monitors() {
    return database.value(
        "select count(*) from pg_stat_activity where datname = current_database()"
        " and application_name like 'runner monitor%'");
  }

  /// Whether a monitor has looked and reported what it saw.
  bool has_looked() {
    return database.value(
               "select count(*) from pg_stat_activity where datname = current_database()"
               " and application_name like 'runner monitor%' and query = 'COMMIT'") == "1";
  }

  /// Ends every wait_to_be_told().
  void tell() { database.execute("insert into told default values"); }

  /// Replaces the time that a session has been in a state.
  static std::string without_clock(const std::string& text) {
    static const std::regex clock(R"(\b\d\d:\d\d:\d\d\b)");
    return std::regex_replace(text, clock, "CLOCK");
  }

  Terminal up_at_terminal(unsigned short columns) {
    return at_terminal({"up", "--lock-timeout", "1h", "--color=never"}, {}, columns);
  }

  Connection other = connect(database.url());
};

}  // namespace waiting_for_others

BOOST_FIXTURE_TEST_SUITE(waiting_for_others, Waiting)

BOOST_AUTO_TEST_CASE(a_log_says_who_is_in_the_way_and_how_to_end_it) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; select 1 from orders");
  Process process = start({"up", "--lock-timeout", "1h"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far().ends_with(");\n"); }));
  other.execute("rollback");
  BOOST_TEST(without_clock(said(process.wait())) == fmt::format(R"(
err:   up 002_b
err:     waiting N ms for ACCESS EXCLUSIVE on public.orders
err:       blocked by pid {0}  idle in transaction CLOCK  app=pg_dump
err:         "begin; select 1 from orders"
err:       to end it: select pg_terminate_backend({0});
err:   up 002_b ......................................... N ms
out: applied 1 migration in N ms; at 002_b
exit: 0
)",
                                                                pid()));
  BOOST_TEST(eventually([&] { return monitors() == "0"; }));
}

// By then the file holds its own locks, for which other sessions would have to wait.
BOOST_AUTO_TEST_CASE(the_row_in_the_history_waits_no_longer_than_the_file_itself) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; insert into migration_history (migration_name) values ('002_b.sql')");
  BOOST_TEST(says(run({"up", "--lock-timeout", "100ms", "--lock-retries", "0"}), 2,
                  "canceling statement due to lock timeout [55P03]"));
  BOOST_TEST(database.value("select count(*) from pg_attribute where attrelid = 'orders'::regclass and "
                            "attname = 'status'") == "0");
  other.execute("rollback");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_row_that_somebody_else_wrote_meanwhile_is_named_for_what_it_is) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; insert into migration_history (migration_name) values ('002_b.sql')");
  Process process = start({"up", "--lock-timeout", "1h"});
  BOOST_REQUIRE(somebody_waits());
  other.execute("commit");
  const Outcome outcome = process.wait();
  BOOST_TEST(says(outcome, 3, "002_b.sql: error: could not write the history row: duplicate key value"));
}

BOOST_AUTO_TEST_CASE(who_keeps_the_history_from_being_read_is_named) {
  for (const char* command : {"up", "status"}) {
    other.execute("begin; lock migration_history");
    Process process = start({command});
    BOOST_TEST(eventually([&] { return process.err_so_far().ends_with(");\n"); }));
    other.execute("rollback");
    BOOST_TEST(says(process.wait(), 0,
                    "for ACCESS SHARE on public.migration_history\n      blocked by pid " + pid()));
  }
}

BOOST_AUTO_TEST_CASE(a_bad_file_does_not_wait_for_a_history_that_nobody_can_read) {
  migration("002_b.sql", "select 'open");
  other.execute("begin; lock migration_history");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.exit_code == 1);
  BOOST_TEST(
      outcome.err.starts_with("database/migrations/002_b.sql:1:8: error: unterminated quoted string\n"),
      outcome.err);
}

BOOST_AUTO_TEST_CASE(status_waits_for_the_history_to_show_it_beside_a_bad_file) {
  migration("002_b.sql", "select 'open");
  other.execute("begin; lock migration_history");
  Process process = start({"status"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far().ends_with(");\n"); }));
  other.execute("rollback");
  const Outcome outcome = process.wait();
  BOOST_TEST(outcome.exit_code == 1);
  BOOST_TEST(contains(outcome.out, "unreadable"), outcome.out);
}

BOOST_AUTO_TEST_CASE(who_waits_behind_us_is_counted) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; select 1 from orders");
  Process process = start({"up", "--lock-timeout", "1h"});
  BOOST_REQUIRE(somebody_waits());
  std::thread behind([&] { connect(database.url()).execute("select 1 from orders"); });
  BOOST_TEST(eventually([&] {
    return without_times(process.err_so_far()).find("      behind us: 1 query, oldest N ms\n") !=
           std::string::npos;
  }));
  other.execute("rollback");
  behind.join();
  BOOST_TEST(process.wait().exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_concurrent_index_build_says_whose_snapshot_it_waits_for) {
  migration("002_b.sql", "create index concurrently orders_i on orders (i);\n");
  other.execute("begin isolation level repeatable read; select 1");
  Process process = start({"up"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far().ends_with(");\n"); }));
  other.execute("rollback");
  BOOST_TEST(without_clock(said(process.wait())) == fmt::format(R"(
err:   up 002_b
err:     without a transaction, because of line 1: create index concurrently orders_i on orders (i)
err:     waiting N ms for old snapshots, 0 of 1 done
err:       blocked by pid {0}  idle in transaction CLOCK  app=pg_dump
err:         "begin isolation level repeatable read; select 1"
err:       to end it: select pg_terminate_backend({0});
err:   up 002_b ......................................... N ms
out: applied 1 migration in N ms; at 002_b
exit: 0
)",
                                                                pid()));
}

BOOST_AUTO_TEST_CASE(a_terminal_sees_the_wait_below_the_step_until_it_is_over) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; select 1 from orders");
  Terminal terminal = up_at_terminal(120);
  BOOST_REQUIRE(terminal.shows(fmt::format("pg_terminate_backend({});", pid())));
  const std::string label = "  up 002_b .........................................";
  const std::string all = without_clock(without_times(terminal.shown()));
  BOOST_TEST(all.starts_with(label + "\r\033[K" + label + "\n"), all);
  BOOST_TEST(
      contains(all, label + fmt::format("\n    waiting N ms for ACCESS EXCLUSIVE on public.orders\n"
                                        "      blocked by pid {0}  idle in transaction CLOCK  app=pg_dump  "
                                        "\"begin; select 1 from orders\"\n"
                                        "      to end it: select pg_terminate_backend({0});",
                                        pid())),
      all);
  other.execute("rollback");
  BOOST_TEST(terminal.wait() == 0);
  BOOST_TEST(
      contains(terminal.shown(), "(" + pid() + ");\r\033[K\033[A\033[K\033[A\033[K\033[A\033[K" + label));
  BOOST_TEST(without_times(terminal.shown())
                 .ends_with("\r\033[K" + label + " N ms\napplied 1 migration in N ms; at 002_b\n"));
}

BOOST_AUTO_TEST_CASE(a_terminal_sees_how_far_a_long_statement_is_within_its_width) {
  migration("002_b.sql", "select wait_to_be_told(), 'and something more that makes the line long';\n");
  Terminal terminal = up_at_terminal(40);
  BOOST_REQUIRE(terminal.shows("select wait_to_be_told()"));
  tell();
  BOOST_TEST(terminal.wait() == 0);
  const std::string all = without_times(terminal.shown());
  BOOST_TEST(all.starts_with("  up 002_b ...........................…\r\033[K"), all);
  BOOST_TEST(contains(all,
                      "  up 002_b ...........................…\n"
                      "    select wait_to_be_told(), …   N ms\r\033[K\033[A\033[K"),
             all);
}

BOOST_AUTO_TEST_CASE(quiet_and_json_keep_it_off_standard_output) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; select 1 from orders");
  Process quiet = start({"up", "--quiet", "--json", "--lock-timeout", "1h"});
  BOOST_REQUIRE(somebody_waits());
  BOOST_REQUIRE(eventually([&] { return has_looked(); }));
  other.execute("rollback");
  const Outcome outcome = quiet.wait();
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err == "");
  BOOST_TEST(outcome.out.starts_with("{\n  \"command\": \"up\""));
}

BOOST_AUTO_TEST_CASE(a_role_with_one_connection_has_none_to_spare_and_runs_all_the_same) {
  const TemporaryRole role(database);
  database.execute(fmt::format("alter role {} connection limit 1", role.name()));
  database.execute(fmt::format("grant create, usage on schema public to {}", role.name()));
  database.execute(fmt::format("create schema own authorization {}", role.name()));
  migration("001_a.sql", "select pg_sleep(1.2);\n");
  BOOST_TEST(said(run_at(role.url(), {"up", "--schema", "own", "--into-existing"})).ends_with(R"(
out: applied 1 migration in N ms; at 001_a
exit: 0
)"));
}

BOOST_AUTO_TEST_CASE(ctrl_c_ends_a_wait_and_the_monitor_with_it) {
  migration("002_b.sql", "alter table orders add status text;\n");
  other.execute("begin; select 1 from orders");
  Process process = start({"up", "--lock-timeout", "1h"});
  BOOST_REQUIRE(eventually([&] { return monitors() == "1"; }));
  process.signal(SIGINT);
  BOOST_TEST(process.wait().exit_code == 130);
  BOOST_TEST(eventually([&] { return monitors() == "0"; }));
}

BOOST_AUTO_TEST_SUITE_END()
