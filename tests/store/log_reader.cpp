#include "store/log_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "store/database_state.hpp"
#include "support/server.hpp"

namespace log_reader {

using namespace runner;
using namespace runner::test;
using Texts = std::vector<std::string>;

struct LogFixture : SessionFixture {
  LogFixture() {
    for (const std::string& statement : tables().creation()) connection.execute(statement);
  }

  HistoryTables tables() { return read_state(connection, "public", ReadScope::nothing).tables; }

  /// Writes rows of the log, as in "up started 001_a 1". Only a script without a transaction has the number.
  void write(const Texts& rows) {
    for (const std::string& row : rows) {
      database.execute(
          "insert into migration_log (action, outcome, name, statement, statement_count)"
          " select part[1], part[2], part[3], part[4]::integer, 3 from string_to_array('" +
          row + "', ' ') part");
    }
  }

  Texts read(std::optional<std::size_t> limit = {}) {
    Texts rows;
    for (const LogEntry& entry : read_log(connection, tables(), limit).entries) {
      rows.push_back(entry.action + " " + entry.outcome + " " + entry.name);
      if (entry.statement) rows.back() += " " + std::to_string(*entry.statement);
    }
    return rows;
  }
};

}  // namespace log_reader

BOOST_FIXTURE_TEST_SUITE(log_reader, LogFixture)

BOOST_AUTO_TEST_CASE(the_newest_come_first_and_the_rest_is_counted) {
  write({"up done 001_a", "up done 002_b", "down failed 002_b"});
  BOOST_TEST(read() == (Texts{"down failed 002_b", "up done 002_b", "up done 001_a"}));
  BOOST_TEST(read(2) == (Texts{"down failed 002_b", "up done 002_b"}));
  BOOST_TEST(read_log(connection, tables(), 2).total == 3U);
  BOOST_TEST(read(~std::size_t{0}).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_run_statement_by_statement_is_one_entry) {
  write({"up started 001_a 0", "up started 001_a 1", "up started 001_a 2", "up done 001_a 3"});
  BOOST_TEST(read() == Texts{"up done 001_a 3"});
}

BOOST_AUTO_TEST_CASE(a_run_that_nobody_saw_the_end_of_stays_although_the_next_one_went_on) {
  write({"up started 001_a 0", "up started 001_a 1"});
  BOOST_TEST(read() == Texts{"up started 001_a 1"});
  write({"up started 001_a 1", "up failed 001_a 1"});
  BOOST_TEST(read() == (Texts{"up failed 001_a 1", "up started 001_a 1"}));
  write({"up started 001_a 1", "up started 001_a 2", "up done 001_a 3"});
  BOOST_TEST(read() == (Texts{"up done 001_a 3", "up failed 001_a 1", "up started 001_a 1"}));
}

BOOST_AUTO_TEST_CASE(scripts_do_not_end_each_other) {
  write({"up started 001_a 0", "down started 001_a 0", "up done 002_b"});
  BOOST_TEST(read() == (Texts{"up done 002_b", "down started 001_a 0", "up started 001_a 0"}));
}

BOOST_AUTO_TEST_CASE(times_are_told_in_the_zone_of_the_session_and_in_utc) {
  write({"up done 001_a"});
  database.execute("update migration_log set at = '2026-11-20 13:02:33.120417+00'");
  connection.execute("set timezone to 'Europe/Paris'");
  const Log log = read_log(connection, tables(), {});
  BOOST_TEST(log.time_zone == "Europe/Paris");
  BOOST_TEST(log.entries.front().at == "2026-11-20 14:02:33");
  BOOST_TEST(log.entries.front().at_utc == "2026-11-20T13:02:33.120Z");
}

BOOST_AUTO_TEST_CASE(every_column_is_read) {
  database.execute(
      "insert into migration_log (action, outcome, name, environment, checksum, down_checksum, took_ms,"
      " statement, statement_count, prefix_checksum, tries, sqlstate, error, database_role, os_user, host,"
      " origin, runner_version) values ('seed', 'failed', 'test/001_a', 'test', 'c', 'd', 12, 1, 3, 'p', 4,"
      " '22012', 'division by zero', 'deploy', 'ada', 'ci-7', 'job #7', '1.2.3')");
  const LogEntry entry = read_log(connection, tables(), {}).entries.front();
  BOOST_TEST(entry.id == 1);
  BOOST_TEST(entry.environment == "test");
  BOOST_TEST(entry.checksum + entry.down_checksum + entry.prefix_checksum == "cdp");
  BOOST_TEST(entry.took.value().count() == 12);
  BOOST_TEST(entry.statement.value() == 1U);
  BOOST_TEST(entry.statement_count.value() == 3U);
  BOOST_TEST(entry.tries == 4U);
  BOOST_TEST(entry.sqlstate == "22012");
  BOOST_TEST(entry.error == "division by zero");
  BOOST_TEST(entry.database_role + " " + entry.os_user + " " + entry.host == "deploy ada ci-7");
  BOOST_TEST(entry.origin == "job #7");
  BOOST_TEST(entry.runner_version == "1.2.3");
}

BOOST_AUTO_TEST_CASE(no_log_is_not_an_empty_one) {
  BOOST_TEST(read_log(connection, tables(), {}).exists);
  database.execute("drop table migration_log");
  BOOST_TEST(!read_log(connection, tables(), {}).exists);
}

BOOST_AUTO_TEST_SUITE_END()
