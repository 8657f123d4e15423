// A file that waits for a lock must not make all other sessions wait for it.

#include <fmt/format.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <list>
#include <thread>

#include "chance.hpp"
#include "support/runner_fixture.hpp"

namespace faults_locks {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Sessions that repeatedly read a table, without a limit on how long they wait for it.
class Readers {
 public:
  Readers(const std::string& url, int number) {
    for (int i = 0; i < number; ++i)
      threads_.emplace_back([this, url](const std::stop_token& stop) { read(url, stop); });
  }

  [[nodiscard]] int reads() const { return reads_; }

 private:
  void read(const std::string& url, const std::stop_token& stop) {
    Connection session = connect(url);
    for (; !stop.stop_requested(); ++reads_) {
      session.execute("select count(*) from busy");
      std::this_thread::sleep_for(2ms);
    }
  }

  std::atomic<int> reads_ = 0;
  std::list<std::jthread> threads_;
};

struct Busy : RunnerFixture {
  Busy() {
    migration("001_busy.sql", "create table busy (i int);\ninsert into busy values (1);\n");
    BOOST_REQUIRE(run({"up"}).exit_code == 0);
    migration("002_change.sql", "create table made ();\nalter table busy add column more text;\n");
  }

  /// Makes 002 pending again.
  void undo() {
    database.execute(
        "alter table busy drop column if exists more; drop table if exists made;"
        " delete from migration_history where migration_name = '002_change.sql'");
  }

  Process up_with(milliseconds lock_timeout) {
    return start(
        {"up", "--lock-timeout", fmt::format("{}ms", lock_timeout.count()), "--lock-retries", "1000"});
  }

  /// How many sessions wait for the table.
  int waiting() {
    return std::stoi(database.value(
        "select count(*) from pg_locks where not granted and relation = 'busy'::regclass and database ="
        " (select oid from pg_database where datname = current_database())"));
  }
};

}  // namespace faults_locks

BOOST_FIXTURE_TEST_SUITE(faults_locks, Busy)

// One reader keeps its lock on the table. Other readers can read only while the file does not wait.
BOOST_AUTO_TEST_CASE(readers_get_their_turn_after_each_try_and_the_file_arrives) {
  play({.bounded = 2, .all = 30}, [&](Chance& chance) {
    undo();
    const milliseconds lock_timeout{chance.between(50, 400)};
    Connection holder = connect(database.url());
    holder.execute("begin; select * from busy");
    const Readers readers(database.url(), chance.between(1, 5));
    Process process = up_with(lock_timeout);
    const auto tries = static_cast<std::size_t>(chance.between(1, 3));
    for (std::size_t tried = 1; tried <= tries; ++tried) {
      BOOST_REQUIRE(eventually([&] { return count_of(process.err_so_far(), "trying again") >= tried; }));
      const int reads = readers.reads();
      BOOST_REQUIRE(eventually([&] { return readers.reads() > reads; }));
    }
    holder.execute("commit");
    const Outcome outcome = process.wait();
    BOOST_TEST(outcome.exit_code == 0, outcome.err);
    BOOST_TEST(database.value("select more is null from busy") == "t");
    BOOST_TEST(database.value(fmt::format("select tries > {} from migration_log where name = '002_change'"
                                          " and outcome = 'done' order by id desc limit 1",
                                          tries)) == "t");
  });
}

// The control for the test above: readers do wait for a file that does not give way.
BOOST_AUTO_TEST_CASE(readers_do_wait_behind_one_that_was_told_to_wait) {
  Connection holder = connect(database.url());
  holder.execute("begin; select * from busy");
  Process process = up_with(1h);
  BOOST_REQUIRE(eventually([&] { return waiting() == 1; }));
  const Readers readers(database.url(), 1);
  BOOST_TEST(eventually([&] { return waiting() == 2; }));
  BOOST_TEST(readers.reads() == 0);
  holder.execute("commit");
  BOOST_TEST(process.wait().exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()
