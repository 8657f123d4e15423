// runner's own statements always use PostgreSQL's names and operators, whatever other roles have created.
// A script's statements use what the session finds in its search_path.

#include <boost/test/unit_test.hpp>
#include <map>
#include <regex>

#include "support/fake_server.hpp"
#include "support/pooled_fixture.hpp"
#include "support/server_log.hpp"

namespace own_path {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;

// A statement that contains this comment comes from a script.
constexpr std::string_view kScript = "/* script */";

// Callers compile each pattern once: compiling takes longer than matching a statement.
std::regex in_any_case(const char* pattern) { return std::regex(pattern, std::regex::icase); }

bool matches(const std::string& text, const std::regex& pattern) { return std::regex_search(text, pattern); }

// Commands that look up no name, or only a name with its schema.
bool looks_nothing_up(const std::string& sql) {
  static const std::regex commands = in_any_case(
      "^(begin|commit|rollback|savepoint|show|release|set|reset|close all|deallocate|unlisten|discard|"
      "lock table \"|drop index concurrently [a-z\"]+\\.)\\b");
  return matches(sql, commands);
}

// Whether every function, operator and type has its schema, except those that the grammar itself resolves.
bool spells_everything_out(std::string sql) {
  static const std::vector<std::regex> known{
      std::regex("'[^']*'|\"[^\"]*\""), std::regex("operator\\(pg_catalog\\.[^)]+\\)"),
      std::regex("pg_catalog\\.[a-z_]+\\(?"), std::regex("::(integer|bigint)\\b"),
      std::regex("\\b(any|array|extract|select|from|in) ?\\(")};
  static const std::regex looked_up = in_any_case("[a-z_0-9]\\(|[-+*/<>=~!@#%^&|?]|::[a-z]");
  for (const std::regex& pattern : known) sql = std::regex_replace(sql, pattern, " ");
  return !matches(sql, looked_up);
}

// Follows one session through its transactions and reports what ran under the wrong search_path.
class Session {
 public:
  std::string judge(const std::string& sql) {
    const bool script = sql.find(kScript) != std::string::npos;
    if (script) return own_ ? "a script under runner's path: " + sql : "";
    const bool fine = own_ || looks_nothing_up(sql) || spells_everything_out(sql);
    follow(sql);
    return fine ? "" : "not under runner's path: " + sql;
  }

 private:
  void follow(const std::string& sql) {
    static const std::regex begin = in_any_case("^begin");
    static const std::regex own = in_any_case("^set local search_path to pg_catalog, pg_temp$");
    static const std::regex back = in_any_case("^(set local search_path to default|reset all)$");
    static const std::regex end = in_any_case("^(commit|rollback)( prepared)?$");
    if (matches(sql, begin)) inside_ = true;
    if (inside_ && matches(sql, own)) own_ = true;
    if (matches(sql, back)) own_ = false;
    if (matches(sql, end)) inside_ = own_ = false;
  }

  bool inside_ = false;
  bool own_ = false;
};

struct Logged : PooledFixture {
  Logged() {
    migration("001_a.sql", "create /* script */ table a (i int primary key);\n");
    migration("001_a.down.sql", "drop /* script */ table a;\n");
  }

  /// What has run under the wrong path so far. Also checks that at least that many statements were runner's
  /// own.
  Names complaints(std::size_t at_least) {
    std::map<std::string, Session> sessions;
    Names found;
    std::size_t own = 0;
    for (const LoggedStatement& statement : log.statements()) {
      if (statement.text.find(kScript) == std::string::npos) ++own;
      const std::string complaint = sessions[statement.session].judge(statement.text);
      if (!complaint.empty()) found.push_back(complaint);
    }
    BOOST_TEST(own >= at_least);
    return found;
  }

  Outcome directly(const std::vector<std::string>& arguments) { return run_at(database.url(), arguments); }

  ServerLog log{database};
};

}  // namespace own_path

BOOST_FIXTURE_TEST_SUITE(own_path, Logged)

BOOST_AUTO_TEST_CASE(every_command_keeps_to_it) {
  migration("002_b.sql",
            "create /* script */ table b (i int);\ninsert /* script */ into b values (1);\n"
            "copy /* script */ b from stdin;\n2\n\\.\n");
  migration("002_b.down.sql", "drop /* script */ table b;\n");
  seed("001_s.sql", "insert /* script */ into a values (1);\n");
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"status"},
                                             {"up", "--dry-run"},
                                             {"up", "--steps", "1"},
                                             {"up"},
                                             {"up"},
                                             {"seed"},
                                             {"status"},
                                             {"log"},
                                             {"down", "--dry-run"},
                                             {"down", "--yes"},
                                             {"up", "--one-transaction"},
                                             {"down", "--all", "--yes", "--one-transaction"}}) {
    BOOST_TEST(directly(arguments).exit_code == 0);
    BOOST_TEST(run(arguments).exit_code == 0);
  }
  BOOST_TEST(complaints(400) == Names{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_script_that_fails_or_retries_keeps_to_it) {
  migration("002_b.sql", "set /* script */ search_path = '';\nselect /* script */ 1/0;\n");
  BOOST_TEST(directly({"up"}).exit_code == 3);
  BOOST_TEST(run({"up"}).exit_code == 3);
  Connection blocker = connect(database.url());
  blocker.execute("begin /* script */; lock /* script */ table a");
  migration("002_b.sql", "insert /* script */ into a values (2);\n");
  BOOST_TEST(directly({"up", "--lock-timeout", "10ms", "--lock-retries", "1"}).exit_code == 2);
  BOOST_TEST(run({"up", "--lock-timeout", "10ms", "--lock-retries", "1"}).exit_code == 2);
  blocker.execute("rollback");
  BOOST_TEST(complaints(60) == Names{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_script_without_a_transaction_keeps_to_it) {
  migration(
      "002_b.sql",
      "-- runner: no-transaction\ninsert /* script */ into a values (1), (2);\n"
      "create /* script */ table b as select 1 as i from a;\n"
      "create unique index concurrently /* script */ b_i on b (i);\nvacuum /* script */ b;\n"
      "begin /* script */;\nset /* script */ local search_path = '';\ninsert /* script */ into public.a "
      "values (3);\ncommit;\n");
  BOOST_TEST(directly({"up"}).exit_code == 5);
  BOOST_TEST(directly({"up"}).exit_code == 5);
  database.execute("delete from b where ctid = '(0,1)'");
  BOOST_TEST(directly({"up"}).exit_code == 0);
  BOOST_TEST(directly({"log"}).exit_code == 0);
  BOOST_TEST(complaints(100) == Names{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_look_at_who_is_in_the_way_and_a_wait_for_the_lock_keep_to_it) {
  BOOST_REQUIRE(directly({"up"}).exit_code == 0);
  migration("002_b.sql", "insert /* script */ into a values (1);\n");
  Connection blocker = connect(database.url());
  blocker.execute("begin /* script */; lock /* script */ table a");
  Process waiting = start_at(database.url(), {"up", "--lock-timeout", "0"});
  BOOST_REQUIRE(eventually([&] { return waiting.err_so_far().find("blocked by") != std::string::npos; }));
  BOOST_TEST(directly({"up", "--lock-wait", "0"}).exit_code == 2);
  BOOST_TEST(run({"up", "--lock-wait", "0"}).exit_code == 2);
  blocker.execute("rollback");
  BOOST_TEST(waiting.wait().exit_code == 0);
  BOOST_TEST(complaints(40) == Names{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_asked_after_a_lost_connection_keeps_to_it) {
  BOOST_REQUIRE(directly({"up"}).exit_code == 0);
  migration("002_b.sql", "insert /* script */ into a values (1);\n");
  const auto inserts = [](std::string_view sent) {
    return sent.find("into a values") != std::string_view::npos;
  };
  for (const int port : {0, pooler.port()}) {
    const FakeServer link(at_first(1, pass_on(inserts, port), pass_on({}, port)));
    BOOST_TEST(run_at(url_at_port(link.port(), database.name()), {"up"}).exit_code == 2);
  }
  BOOST_TEST(complaints(20) == Names{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
