#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <thread>

#include "support/fake_server.hpp"
#include "support/link.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace pipeline_tests {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;
using namespace std::chrono_literals;

// The round trips at the start of a session: the startup packet, two for the password, one to read which
// tables exist, one to read their rows.
constexpr int kOpening = 5;
constexpr int kFiles = 100;

std::string name_of_file(int number) { return fmt::format("{:03}_t.sql", number); }

struct Piped : RunnerFixture {
  /// Writes files 1 to 100. Each creates its own table with one row.
  void hundred_files() {
    for (int i = 1; i <= kFiles; ++i) ordinary(i);
  }

  void ordinary(int number) {
    migration(name_of_file(number),
              fmt::format("create table t{0:03} (id int primary key);\ninsert into t{0:03} values ({0});\n"
                          "comment on table t{0:03} is 'table {0}';\n",
                          number));
  }

  void clear() { database.execute("drop schema public cascade; create schema public"); }

  /// Prepares the database, or empties it, runs runner over a link, and expects that many round trips. A
  /// machine that needs longer than the delay to send what belongs together makes more of them, so the test
  /// then retries with a longer delay.
  void expect_round_trips(const std::vector<std::string>& arguments, int exit_code, int round_trips,
                          const std::function<void()>& prepare = {}) {
    const std::string expected = fmt::format("exit {}, {} round trips", exit_code, round_trips);
    std::string found;
    for (auto delay = 200ms; found != expected && delay < 10s; delay *= 2) {
      prepare ? prepare() : clear();
      const Link link(delay);
      const Outcome outcome = run_at(url_at_port(link.port(), database.name()), arguments);
      found = fmt::format("exit {}, {} round trips", outcome.exit_code, link.round_trips());
    }
    BOOST_TEST(found == expected);
  }

  void applied_already(const std::vector<std::string>& arguments = {"up"}) {
    clear();
    BOOST_REQUIRE(run(arguments).exit_code == 0);
  }

  /// Checks that the history lists exactly the existing tables, each with its row. Returns how many.
  std::size_t applied() {
    const auto listed =
        database.column("select replace(migration_name, '_t.sql', '') from migration_history order by 1");
    const auto tables = database.column(
        "select substr(relname, 2) from pg_class where relkind = 'r' and relname ~ '^t[0-9]{3}$' order by 1");
    BOOST_TEST(listed == tables, boost::test_tools::per_element());
    if (!tables.empty()) {
      const std::string counts =
          fmt::format("select count(*) from t{}", fmt::join(tables, " union all select count(*) from t"));
      BOOST_TEST(database.column(counts) == std::vector<std::string>(tables.size(), "1"),
                 boost::test_tools::per_element());
    }
    const auto logged =
        database.column("select substr(name, 1, 3) from migration_log where outcome = 'done' order by id");
    BOOST_TEST(logged == listed, boost::test_tools::per_element());
    return listed.size();
  }
};

}  // namespace pipeline_tests

BOOST_FIXTURE_TEST_SUITE(pipeline_round_trips, pipeline_tests::Piped)
using namespace pipeline_tests;

BOOST_AUTO_TEST_CASE(nothing_to_do_and_status_cost_two_behind_the_connection) {
  hundred_files();
  applied_already();
  const std::vector<std::vector<std::string>> commands{{"up"}, {"status"}, {"up", "--dry-run"}};
  for (const auto& command : commands) expect_round_trips(command, 0, kOpening, [] {});
}

BOOST_AUTO_TEST_CASE(one_file_costs_one_more) {
  ordinary(1);
  expect_round_trips({"up"}, 0, kOpening + 1);
  ordinary(2);
  expect_round_trips({"up"}, 0, kOpening + 1, [&] { applied_already({"up", "--to", "1"}); });
}

BOOST_AUTO_TEST_CASE(a_hundred_files_cost_no_more) {
  hundred_files();
  expect_round_trips({"up"}, 0, kOpening + 1);
  BOOST_TEST(applied() == kFiles);
}

BOOST_AUTO_TEST_CASE(a_hundred_files_in_one_transaction_cost_the_same) {
  hundred_files();
  expect_round_trips({"up", "--one-transaction"}, 0, kOpening + 1);
  BOOST_TEST(applied() == kFiles);
}

// Five of the round trips count what would be lost.
BOOST_AUTO_TEST_CASE(undoing_a_hundred_costs_hardly_more) {
  hundred_files();
  for (int i = 1; i <= kFiles; ++i)
    migration(fmt::format("{:03}_t.down.sql", i), fmt::format("drop table t{:03};\n", i));
  expect_round_trips({"down", "--all", "--yes"}, 0, kOpening + 6, [&] { applied_already(); });
  BOOST_TEST(database.value("select count(*) from migration_history") == "0");
  BOOST_TEST(!database.exists("t001"));
}

BOOST_AUTO_TEST_CASE(seeds_take_the_same_road) {
  for (int i = 1; i <= kFiles; ++i) seed(name_of_file(i), fmt::format("create table s{0:03} (id int);\n", i));
  // There are no rows to read, so the seeds cost no extra round trip.
  expect_round_trips({"seed"}, 0, kOpening);
  BOOST_TEST(database.value("select count(*) from seed_history") == "100");
}

// runner receives the failure, rolls back and writes the failure into the log.
BOOST_AUTO_TEST_CASE(a_failure_in_the_middle_costs_what_is_said_about_it) {
  hundred_files();
  migration(name_of_file(50), "create table t050 (id int);\nselect 1/0;\n");
  expect_round_trips({"up"}, 3, kOpening + 2);
  BOOST_TEST(applied() == 49U);
}

BOOST_AUTO_TEST_CASE(rows_in_the_middle_leave_the_pipeline_and_come_back) {
  hundred_files();
  migration(name_of_file(50), "create table t050 (id int);\ncopy t050 from stdin;\n50\n\\.\n");
  expect_round_trips({"up"}, 0, kOpening + 4);
  BOOST_TEST(applied() == kFiles);
}

BOOST_AUTO_TEST_CASE(a_script_without_a_transaction_leaves_the_pipeline_and_comes_back) {
  hundred_files();
  migration(name_of_file(50),
            "-- runner: no-transaction\ncreate table t050 (id int);\ninsert into t050 values (50);\n");
  expect_round_trips({"up"}, 0, kOpening + 8);
  BOOST_TEST(applied() == kFiles);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(pipeline_failures, pipeline_tests::Piped)
using namespace pipeline_tests;

const std::vector<int> places{1, 2, 37, 99, 100};

BOOST_DATA_TEST_CASE_F(Piped, what_stands_before_the_failure_stands_and_nothing_behind_it,
                       bdata::make(places)) {
  hundred_files();
  migration(name_of_file(sample), fmt::format("create table t{:03} (id int);\nselect 1/0;\n", sample));
  const Outcome outcome = run({"up"});
  BOOST_TEST(
      says(outcome, 3, fmt::format("database/migrations/{:03}_t.sql:2: error: division by zero", sample)));
  BOOST_TEST(applied() == static_cast<std::size_t>(sample - 1));
  BOOST_TEST(database.value("select string_agg(name || ' ' || sqlstate, ',') from migration_log"
                            " where outcome = 'failed'") == fmt::format("{:03}_t 22012", sample));
}

BOOST_AUTO_TEST_CASE(a_failure_at_commit_stops_there) {
  hundred_files();
  migration(name_of_file(50),
            "create table t050 (id int primary key, of int references t050 deferrable initially deferred);\n"
            "insert into t050 values (50, 51);\n");
  BOOST_TEST(says(run({"up"}), 3, "at COMMIT: insert or update on table \"t050\" violates"));
  BOOST_TEST(applied() == 49U);
}

BOOST_AUTO_TEST_CASE(one_transaction_is_all_or_nothing) {
  hundred_files();
  migration(name_of_file(99), "create table t099 (id int);\nselect 1/0;\n");
  BOOST_TEST(said(run({"up", "--one-transaction", "--quiet"})) == R"(
err: database/migrations/099_t.sql:2: error: division by zero [22012]
err:     select 1/0;
err: hint: The whole run was undone; nothing is applied.
exit: 3
)");
  BOOST_TEST(applied() == 0U);
  ordinary(99);
  BOOST_TEST(run({"up", "--one-transaction"}).exit_code == 0);
  BOOST_TEST(applied() == kFiles);
  BOOST_TEST(database.value("select count(distinct xmin::text) from migration_history") == "1");
}

BOOST_AUTO_TEST_CASE(what_cannot_share_a_transaction_is_refused_before_anything_runs) {
  ordinary(1);
  migration("002_i.sql", "create index concurrently i on t001 (id);\n");
  BOOST_TEST(said(run({"up", "--one-transaction"})) == R"(
err: database/migrations/002_i.sql: error: "002_i" cannot share one transaction with others
err: detail: It runs statement by statement, without a transaction.
err: hint: Run it by itself first, or leave out --one-transaction.
exit: 4
)");
  migration("002_i.sql", "begin isolation level serializable;\nselect 1;\ncommit;\n");
  BOOST_TEST(said(run({"up", "--one-transaction"})) == R"(
err: database/migrations/002_i.sql: error: "002_i" cannot share one transaction with others
err: detail: Its BEGIN sets options of the transaction: begin isolation level serializable.
err: hint: Run it by itself first, or leave out --one-transaction.
exit: 4
)");
  BOOST_TEST(!database.exists("migration_history"));
}

BOOST_AUTO_TEST_CASE(memory_stays_flat_when_a_statement_returns_many_rows) {
  migration("001_t.sql",
            "create table t001 as select 1 as id;\nselect repeat('x', 1000) from "
            "generate_series(1, 100000);\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(applied() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(pipeline_lost, pipeline_tests::Piped)
using namespace pipeline_tests;

const auto commits_two = [](std::string_view sent) { return sent.find("002_t") != std::string_view::npos; };

struct LostAtCommit : Piped {
  LostAtCommit() {
    ordinary(1);
    BOOST_REQUIRE(run({"up"}).exit_code == 0);
    ordinary(2);
    ordinary(3);
  }

  std::string said_through(Answer answer) {
    const FakeServer server(at_first(1, std::move(answer), pass_on()));
    return said(run_at(url_at_port(server.port(), database.name()), {"up"}));
  }
};

BOOST_FIXTURE_TEST_CASE(what_the_server_never_saw_is_known_to_be_undone, LostAtCommit) {
  BOOST_TEST(said_through(pass_on(commits_two)) == R"(
err: note: the connection was lost: reading the history to see what is done
err:   up 002_t ......................................... failed
err: database/migrations/002_t.sql: error: the connection to the server was lost
err: detail: The history says: 0 of 2 steps are done; "002_t" is not; it was rolled back.
err: hint: The database is at 001_t. Run "runner up" again.
exit: 2
)");
  BOOST_TEST(applied() == 1U);
}

BOOST_FIXTURE_TEST_CASE(what_the_server_did_is_done_though_nobody_heard_of_it, LostAtCommit) {
  remove_migration("003_t.sql");
  BOOST_TEST(said_through(pass_on_and_cut_behind(commits_two)) == R"(
err: note: the connection was lost: reading the history to see what is done
err:   up 002_t ......................................... N ms
out: applied 1 migration in N ms; at 002_t
exit: 0
)");
  BOOST_TEST(applied() == 2U);
}

BOOST_FIXTURE_TEST_CASE(a_script_without_a_transaction_is_not_undone_when_its_end_is_lost, LostAtCommit) {
  migration("002_t.sql",
            "-- runner: no-transaction\ncreate table t002 (id int);\ninsert into t002 values (2);\n");
  const auto writes_the_end = [](std::string_view sent) {
    return sent.find("done") != std::string_view::npos && commits_two(sent);
  };
  BOOST_TEST(said_through(pass_on(writes_the_end)) == R"(
err: note: the connection was lost: reading the history to see what is done
err:   up 002_t ......................................... failed
err: database/migrations/002_t.sql: error: the connection to the server was lost
err: detail: "002_t" is left half done: 2 of 2 statements have run.
err: hint: Run "runner up" again; it resumes there.
exit: 5
)");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(applied() == 3U);
}

BOOST_FIXTURE_TEST_CASE(without_anybody_to_ask_it_stays_in_doubt, LostAtCommit) {
  const FakeServer server(
      at_first(1, pass_on_and_cut_behind(commits_two), say_fatal("53300", "too many clients")));
  const Outcome outcome = run_at(url_at_port(server.port(), database.name()), {"up", "--quiet"});
  BOOST_TEST(said(outcome) == R"(
err: database/migrations/002_t.sql: error: the connection was lost while "002_t" was being committed
err: hint: Run "runner status": it shows whether the migration is applied.
exit: 5
)");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(pipeline_locks, pipeline_tests::Piped)
using namespace pipeline_tests;

BOOST_AUTO_TEST_CASE(a_file_gives_way_and_arrives_when_the_reader_is_gone) {
  ordinary(1);
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  Connection reader = connect(database.url());
  reader.execute("begin; select * from t001");
  migration("002_t.sql",
            "prepare p as select 2;\ncreate table t002 as execute p;\nalter table t001 add note text;\n");
  ordinary(3);
  Process process = start({"up", "--lock-timeout", "100ms", "--lock-retries", "1000"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far().find("trying again") != std::string::npos; }));
  // Another session gets its turn while the file gives way.
  BOOST_TEST(database.value("select count(*) from t001") == "1");
  reader.execute("commit");
  BOOST_TEST(says(process.wait(), 0, "gave way after "));
  BOOST_TEST(applied() == 3U);
  BOOST_TEST(database.value("select tries > 1 from migration_log where name = '002_t'") == "t");
  BOOST_TEST(database.value("select tries from migration_log where name = '003_t'") == "1");
}

BOOST_AUTO_TEST_CASE(it_gives_up_after_the_last_retry_and_leaves_nothing) {
  ordinary(1);
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  Connection reader = connect(database.url());
  reader.execute("begin; select * from t001");
  migration("002_t.sql", "create table t002 as select 2;\nalter table t001 add note text;\n");
  BOOST_TEST(said(run({"up", "--lock-timeout", "50ms", "--lock-retries", "1", "--quiet"})) == R"(
err: database/migrations/002_t.sql:2: error: canceling statement due to lock timeout [55P03]
err:     alter table t001 add note text;
err: detail: Tried 2 times; every attempt was rolled back.
err: hint: Another session holds the lock. Try again, or allow more time with --lock-timeout.
err:   "002_t" was undone; the database is at 001_t.
exit: 2
)");
  BOOST_TEST(applied() == 1U);
  BOOST_TEST(database.value("select tries from migration_log where outcome = 'failed'") == "2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(pipeline_indexes, pipeline_tests::Piped)
using namespace pipeline_tests;

// A build that fails on duplicates leaves an INVALID index.
BOOST_AUTO_TEST_CASE(an_invalid_index_is_named_dropped_and_built_again) {
  given("create table d (i int); insert into d values (1), (1)");
  migration("001_i.sql", "create unique index concurrently if not exists d_i on d (i);\n");
  const Outcome first = run({"up", "--quiet"});
  BOOST_TEST(says(first, 5, "public.d_i is left INVALID; the next run drops it and builds it again."));
  database.execute("delete from d where ctid = (select min(ctid) from d)");
  const Outcome second = run({"up"});
  BOOST_TEST(says(second, 0, "public.d_i is INVALID: dropping it concurrently, then building it again"));
  BOOST_TEST(database.column("select indexrelid::regclass || ' ' || indisvalid from pg_index"
                             " where indrelid = 'd'::regclass") == std::vector<std::string>{"d_i true"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(so_is_one_whose_name_the_server_chose) {
  given("create table d (i int); insert into d values (1), (1)");
  migration("001_i.sql", "create unique index concurrently on d (i);\n");
  BOOST_TEST(run({"up", "--quiet"}).exit_code == 5);
  database.execute("delete from d where ctid = (select min(ctid) from d)");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.column("select indexrelid::regclass || ' ' || indisvalid from pg_index"
                             " where indrelid = 'd'::regclass") == std::vector<std::string>{"d_i_idx true"},
             boost::test_tools::per_element());
}

// REINDEX builds a copy of the index. When it fails, the copy remains.
BOOST_AUTO_TEST_CASE(so_is_what_a_failed_reindex_leaves_beside_the_index) {
  const auto function = [&](const char* body) {
    database.execute(fmt::format(
        "create or replace function f(i int) returns int immutable language plpgsql as $${}$$", body));
  };
  function("begin return i; end");
  given("create table d (i int); insert into d values (1); create index d_f on d (f(i))");
  function("begin raise 'not now'; end");
  migration("001_r.sql", "reindex index concurrently d_f;\n");
  const Outcome first = run({"up", "--quiet"});
  BOOST_TEST(says(first, 5, "public.d_f_ccnew is left INVALID; the next run drops it and builds it again."));
  function("begin return i; end");
  BOOST_TEST(says(run({"up"}), 0, "public.d_f_ccnew is INVALID: dropping it concurrently"));
  BOOST_TEST(database.column("select indexrelid::regclass || ' ' || indisvalid from pg_index"
                             " where indrelid = 'd'::regclass") == std::vector<std::string>{"d_f true"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(pipeline_signals, pipeline_tests::Piped)
using namespace pipeline_tests;

BOOST_AUTO_TEST_CASE(an_interrupt_stops_a_running_statement_and_keeps_what_was_before_it) {
  hundred_files();
  migration(name_of_file(50), "create table t050 (id int);\nselect pg_sleep(3600);\n");
  Process process = start({"up"});
  BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
  process.signal(SIGINT);
  BOOST_TEST(process.wait().exit_code == 130);
  BOOST_TEST(applied() == 49U);
}

// Wherever the signal hits, files are whole or absent, and the next run completes.
BOOST_AUTO_TEST_CASE(interrupts_at_random_moments_leave_only_whole_files) {
  constexpr unsigned kSeed = 20260101;
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> microseconds(0, 250'000);
  hundred_files();
  for (int round = 0; round < 10; ++round) {
    BOOST_TEST_CONTEXT("seed " << kSeed << ", round " << round) {
      clear();
      Process process = start({"up", "--quiet"});
      std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
      process.signal(SIGINT);
      const int exit_code = process.wait().exit_code;
      BOOST_TEST((exit_code == 130 || exit_code == 0));
      if (database.exists("migration_history")) applied();
    }
  }
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(applied() == kFiles);
}

BOOST_AUTO_TEST_CASE(kills_at_random_moments_leave_no_file_half_applied) {
  constexpr unsigned kSeed = 20260102;
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> microseconds(0, 300'000);
  hundred_files();
  for (int round = 0; round < 40; ++round) {
    BOOST_TEST_CONTEXT("seed " << kSeed << ", round " << round) {
      if (round % 5 == 0) clear();
      Process process = start({"up", "--quiet"});
      std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
      process.signal(SIGKILL);
      process.wait();
      BOOST_REQUIRE(eventually([&] { return other_sessions() == "0"; }));
      if (database.exists("migration_history")) applied();
    }
  }
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(applied() == kFiles);
}

BOOST_AUTO_TEST_SUITE_END()
