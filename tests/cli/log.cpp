#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "support/runner_fixture.hpp"

namespace log_command {

using namespace runner::test;
using Json = nlohmann::json;

struct Logged : RunnerFixture {
  Logged() {
    migration("001_accounts.sql", "create table a (i int);\n");
    migration("001_accounts.down.sql", "drop table a;\n");
    migration("002_orders.sql", "create table b (i int);\n");
    migration("002_orders.down.sql", "drop table b;\n");
  }

  /// The log as if every run had happened at a known time and place.
  std::string log_of(const std::vector<std::string>& options = {}) {
    database.execute(
        "update migration_log set at = '2026-11-20 14:02:00+00'::timestamptz + id * interval '1 s',"
        " database_role = 'deploy', os_user = 'ada', host = 'ci-7', took_ms = id * 7");
    std::vector<std::string> words{"log"};
    words.insert(words.end(), options.begin(), options.end());
    return shown(run_with({{"PGTZ", "UTC"}}, words));
  }

  static std::string shown(const Outcome& outcome) {
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.exit_code == 0);
    return "\n" + outcome.out;
  }
};

}  // namespace log_command

BOOST_FIXTURE_TEST_SUITE(log_command, Logged)

BOOST_AUTO_TEST_CASE(the_log_tells_what_was_done_newest_first) {
  run({"up"});
  run({"down", "--yes"});
  seed("001_s.sql", "select 1;\n");
  run({"seed"});
  BOOST_TEST(log_of() == R"(
at                   action  name          outcome  took   by
2026-11-20 14:02:04  seed    001_s         done     28 ms  deploy (ada@ci-7)
2026-11-20 14:02:03  down    002_orders    done     21 ms  deploy (ada@ci-7)
2026-11-20 14:02:02  up      002_orders    done     14 ms  deploy (ada@ci-7)
2026-11-20 14:02:01  up      001_accounts  done     7 ms   deploy (ada@ci-7)
4 entries; times in UTC
)");
  BOOST_TEST(log_of({"--limit", "1"}) == R"(
at                   action  name   outcome  took   by
2026-11-20 14:02:04  seed    001_s  done     28 ms  deploy (ada@ci-7)
the newest 1 of 4 entries (--all shows all); times in UTC
)");
}

BOOST_AUTO_TEST_CASE(a_failure_is_told_with_its_error_and_the_job_it_came_from) {
  migration("002_orders.sql", "select bogus;\n");
  run_with({{"GITHUB_REPOSITORY", "acme/shop"}, {"GITHUB_RUN_ID", "4812"}, {"GITHUB_SHA", "4f5e6d7"}},
           {"up"});
  BOOST_TEST(log_of() == R"(
at                   action  name          outcome  took   by
2026-11-20 14:02:02  up      002_orders    failed   14 ms  deploy (ada@ci-7)
    column "bogus" does not exist [42703]
    from acme/shop #4812 at 4f5e6d7
2026-11-20 14:02:01  up      001_accounts  done     7 ms   deploy (ada@ci-7)
    from acme/shop #4812 at 4f5e6d7
2 entries; times in UTC
)");
}

BOOST_AUTO_TEST_CASE(a_script_left_half_done_says_where_it_stopped) {
  migration("002_orders.sql", "-- runner: no-transaction\ncreate table b ();\nselect 1/0;\nselect 3;\n");
  run({"up"});
  migration("002_orders.sql", "-- runner: no-transaction\ncreate table b ();\nselect 1/1;\nselect 3;\n");
  run({"up"});
  BOOST_TEST(log_of() == R"(
at                   action  name          outcome  took   by
2026-11-20 14:02:08  up      002_orders    done     56 ms  deploy (ada@ci-7)
2026-11-20 14:02:04  up      002_orders    failed   28 ms  deploy (ada@ci-7)
    division by zero [22012]
    stopped at statement 2 of 3
2026-11-20 14:02:01  up      001_accounts  done     7 ms   deploy (ada@ci-7)
3 entries; times in UTC
)");
}

BOOST_AUTO_TEST_CASE(twenty_are_shown_unless_all_are_asked_for) {
  run({"up"});
  database.execute(
      "insert into migration_log (action, outcome, name) select 'up', 'done', 'x' from generate_series(1, "
      "30)");
  BOOST_TEST(contains(run({"log"}).out, "\nthe newest 20 of 32 entries"));
  BOOST_TEST(contains(run({"log", "--limit", "50"}).out, "\n32 entries;"));
  BOOST_TEST(contains(run({"log", "--all"}).out, "\n32 entries;"));
}

BOOST_AUTO_TEST_CASE(before_the_first_up_there_is_no_log_and_none_is_made) {
  BOOST_TEST(said(run({"log"})) == R"(
out: there is no log yet: the first "runner up" begins it
exit: 0
)");
  BOOST_TEST(!database.exists("migration_log"));
}

BOOST_AUTO_TEST_CASE(the_log_needs_no_files) {
  run({"up"});
  project.remove("database");
  BOOST_TEST(run({"log"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(the_log_works_with_a_role_that_may_read_nothing_else) {
  TemporaryRole role(database);
  run({"up"});
  database.execute(fmt::format(
      "grant select on migration_log to {0}; alter role {0} set default_transaction_read_only = on",
      role.name()));
  BOOST_TEST(shown(run({"log", "--database-url", role.url()})) == shown(run({"log"})));
}

BOOST_AUTO_TEST_CASE(the_log_says_what_a_role_lacks) {
  TemporaryRole role(database);
  run({"up"});
  BOOST_TEST(said(run({"log", "--database-url", role.url()})) == R"(
err: error: could not read runner's own tables: permission denied for table migration_log [42501]
err: hint: Grant the role SELECT on migration_history, _log and _scripts, and on seed_history.
exit: 4
)");
}

BOOST_AUTO_TEST_CASE(the_log_does_not_wait_for_a_running_up) {
  run({"up"});
  runner::Connection other = connect(database.url());
  other.execute(kTakeLock);
  BOOST_TEST(run({"log"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(in_json_an_entry_has_every_column) {
  run({"up", "--steps", "1"});
  database.execute(
      "update migration_log set at = '2026-11-20 14:02:03.12+00', took_ms = 7, os_user = 'ada',"
      " host = 'ci-7', database_role = 'deploy'");
  const Json document = Json::parse(run({"log", "--json"}).out);
  Json entry = document.at("entries").at(0);
  BOOST_TEST(entry.at("checksum").get<std::string>().size() == 64U);
  BOOST_TEST(entry.at("down_checksum").get<std::string>().size() == 64U);
  entry.erase("checksum");
  entry.erase("down_checksum");
  BOOST_TEST(entry == Json({{"id", 1},
                            {"at", "2026-11-20T14:02:03.120Z"},
                            {"action", "up"},
                            {"outcome", "done"},
                            {"name", "001_accounts"},
                            {"environment", nullptr},
                            {"took_ms", 7},
                            {"statement", nullptr},
                            {"statement_count", 1},
                            {"prefix_checksum", nullptr},
                            {"tries", 1},
                            {"sqlstate", nullptr},
                            {"error", nullptr},
                            {"database_role", "deploy"},
                            {"os_user", "ada"},
                            {"host", "ci-7"},
                            {"origin", nullptr},
                            {"runner_version", "0.1.0"}}));
  BOOST_TEST(document.at("total") == 1);
  BOOST_TEST(document.at("command") == "log");
  BOOST_TEST(document.at("ok") == true);
}

BOOST_AUTO_TEST_CASE(in_json_no_log_is_a_document_without_entries) {
  const Json document = Json::parse(run({"log", "--json"}).out);
  BOOST_TEST(document.at("entries") == Json::array());
  BOOST_TEST(document.at("total") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
