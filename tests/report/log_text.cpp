#include "report/log_text.hpp"

#include <boost/test/unit_test.hpp>

#include "report/show.hpp"

namespace the_log_as_text {

using namespace runner;
using namespace std::chrono_literals;

LogEntry entry(const std::string& action, const std::string& outcome, const std::string& name) {
  return {.at = "2026-11-20 14:02:33",
          .at_utc = "2026-11-20T13:02:33.120Z",
          .action = action,
          .outcome = outcome,
          .name = name,
          .environment = {},
          .checksum = {},
          .down_checksum = {},
          .took = 12ms,
          .statement = {},
          .statement_count = 3,
          .prefix_checksum = {},
          .sqlstate = {},
          .error = {},
          .database_role = "deploy",
          .os_user = "ada",
          .host = "ci-7",
          .origin = {},
          .runner_version = "0.1.0"};
}

LogEntry stopped(const std::string& outcome, std::size_t statement) {
  LogEntry result = entry("up", outcome, "002_b");
  result.statement = statement;
  result.took.reset();
  return result;
}

std::string shown(std::vector<LogEntry> entries, std::size_t width = 0) {
  const std::size_t total = entries.size();
  return log_text({true, std::move(entries), total, "Europe/Paris"}, Style(), width).text();
}

// The text below the only row.
std::string below(const LogEntry& entry) {
  const std::string text = shown({entry});
  const std::size_t start = text.find('\n', text.find('\n') + 1) + 1;
  return text.substr(start, text.find("1 entry;") - start);
}

}  // namespace the_log_as_text

BOOST_AUTO_TEST_SUITE(the_log_as_text)

BOOST_AUTO_TEST_CASE(entries_are_rows_in_the_order_given) {
  LogEntry failed = entry("down", "failed", "002_b");
  failed.sqlstate = "42P01";
  failed.error = "table \"nowhere\" does not exist\nand more";
  LogEntry seed = entry("seed", "done", "development/101_patients");
  seed.origin = "acme/shop #4812 at 4f5e6d7";
  BOOST_TEST(shown({seed, failed, entry("up", "done", "002_b")}) ==
             "at                   action  name                      outcome  took   by\n"
             "2026-11-20 14:02:33  seed    development/101_patients  done     12 ms  deploy (ada@ci-7)\n"
             "    from acme/shop #4812 at 4f5e6d7\n"
             "2026-11-20 14:02:33  down    002_b                     failed   12 ms  deploy (ada@ci-7)\n"
             "    table \"nowhere\" does not exist [42P01]\n"
             "2026-11-20 14:02:33  up      002_b                     done     12 ms  deploy (ada@ci-7)\n"
             "3 entries; times in Europe/Paris\n");
}

BOOST_AUTO_TEST_CASE(names_give_way_on_a_narrow_terminal_and_errors_do_not) {
  LogEntry failed = entry("up", "failed", "006_admin_patient_management");
  failed.error = std::string(90, 'x');
  BOOST_TEST(shown({failed}, 80) ==
             "at                   action  name              outcome  took   by\n"
             "2026-11-20 14:02:33  up      006_admin_patie…  failed   12 ms  deploy (ada@ci-7)\n"
             "    " +
                 std::string(90, 'x') + "\n1 entry; times in Europe/Paris\n");
}

BOOST_AUTO_TEST_CASE(who_is_as_much_as_is_known) {
  LogEntry nobody = entry("up", "done", "a");
  nobody.os_user = nobody.host = "";
  LogEntry host = entry("up", "done", "a");
  host.os_user = "";
  LogEntry user = entry("up", "done", "a");
  user.host = "";
  BOOST_TEST(shown({nobody, host, user}) ==
             "at                   action  name  outcome  took   by\n"
             "2026-11-20 14:02:33  up      a     done     12 ms  deploy\n"
             "2026-11-20 14:02:33  up      a     done     12 ms  deploy (ci-7)\n"
             "2026-11-20 14:02:33  up      a     done     12 ms  deploy (ada)\n"
             "3 entries; times in Europe/Paris\n");
}

BOOST_AUTO_TEST_CASE(where_a_script_stopped_stands_below_it) {
  BOOST_TEST(below(stopped("failed", 1)) == "    stopped at statement 2 of 3\n");
  BOOST_TEST(below(stopped("failed", 3)) == "    stopped after the last of 3 statements\n");
  BOOST_TEST(below(stopped("started", 0)) == "    statement 1 of 3 began; its end is not recorded\n");
  BOOST_TEST(below(stopped("done", 3)) == "");
}

BOOST_AUTO_TEST_CASE(circumstances_share_a_line) {
  LogEntry entry = stopped("failed", 1);
  entry.error = "division by zero";
  entry.tries = 4;
  entry.origin = "job #7";
  BOOST_TEST(below(entry) ==
             "    division by zero\n"
             "    stopped at statement 2 of 3; 4 tries; from job #7\n");
}

BOOST_AUTO_TEST_CASE(outcomes_are_coloured) {
  const auto colour_of = [](const std::string& outcome) {
    const Log log{true, {entry("up", outcome, "a")}, 1, "UTC"};
    const std::string text = log_text(log, Style(true), 0).text();
    const std::size_t end = text.find(outcome, text.find('\n') + 1);
    const std::size_t start = text.rfind('\033', end);
    return text.substr(start + 1, end - start - 1);
  };
  BOOST_TEST(colour_of("done") == "[32m");
  BOOST_TEST(colour_of("failed") == "[1;31m");
  BOOST_TEST(colour_of("started") == "[33m");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_counted) {
  const Log log{true, {entry("up", "done", "a")}, 143, "UTC"};
  BOOST_TEST(log_text(log, Style(), 0)
                 .text()
                 .ends_with("the newest 1 of 143 entries (--all shows all); times in UTC\n"));
}

BOOST_AUTO_TEST_CASE(no_log_and_an_empty_one_are_told_apart) {
  BOOST_TEST(log_text({}, Style(), 0) == "there is no log yet: the first \"runner up\" begins it\n");
  BOOST_TEST(log_text({true, {}, 0, ""}, Style(), 0) == "the log is empty\n");
}

BOOST_AUTO_TEST_SUITE_END()
