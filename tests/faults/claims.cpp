#include "claims.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "invariants.hpp"

namespace runner::test {
namespace {

using Json = nlohmann::json;

// The first group of every match of the pattern.
std::vector<std::string> all_of(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match)
    found.push_back((*match)[1]);
  return found;
}

bool listed(const std::vector<std::string>& history, const std::string& name) {
  return std::find(history.begin(), history.end(), name) != history.end();
}

std::string logged_statements(Connection& database, const std::string& name) {
  if (!database.execute("select to_regclass('migration_log')").field(0, 0)) return "0";
  return database.execute("select coalesce(max(statement), 0) from migration_log where name = '" + name + "'")
      .text(0, 0);
}

void check_error(const Json& error, const std::vector<std::string>& history, Connection& database) {
  const auto text_of = [&](const char* key) {
    return error[key].is_null() ? "" : error[key].get<std::string>();
  };
  const std::string text = text_of("message") + "\n" + text_of("detail") + "\n" + text_of("hint");
  const std::string newest = history.empty() ? "" : history.back();
  for (const std::string& at : all_of(text, "database is at (\\w+)")) BOOST_TEST(at == newest, text);
  if (text.find("othing is applied") != std::string::npos) BOOST_TEST(newest == "", text);
  for (const std::string& undone : all_of(text, "\"(\\w+)\" was undone"))
    BOOST_TEST(!listed(history, undone), text);
  for (const std::string& whole : all_of(text, "\"(\\w+)\" is not, and nothing of it is left"))
    BOOST_TEST(logged_statements(database, whole) == "0", text);
  for (const std::string& half : all_of(text, "\"(\\w+)\" is left half done")) {
    BOOST_TEST(!listed(history, half), text);
    const std::string logged = logged_statements(database, half);
    const std::string told = all_of(text, "half done: (\\d+) of").at(0);
    // A statement that was running when the connection was lost may have succeeded.
    const bool certain = text.find("for certain") == std::string::npos;
    BOOST_TEST((told == logged || (!certain && told < logged)), text);
  }
}

}  // namespace

void check_claims(const Outcome& outcome, Connection& database) {
  BOOST_TEST_CONTEXT(said(outcome)) {
    const int code = outcome.exit_code;
    BOOST_REQUIRE((code == 0 || code == 2 || code == 5));
    const Json document = Json::parse(outcome.out);
    BOOST_TEST(document["ok"].get<bool>() == (code == 0));
    const std::vector<std::string> history = applied_names(database);
    for (const Json& step : document.value("steps", Json::array()))
      BOOST_TEST(listed(history, step["name"].get<std::string>()));
    if (document.contains("at")) BOOST_TEST(document["at"].get<std::string>() == history.back());
    if (!document.contains("error")) return;
    BOOST_TEST(document["error"]["exit_code"] == code);
    check_error(document["error"], history, database);
  }
}

}  // namespace runner::test
