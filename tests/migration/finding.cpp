#include "finding.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "sql/expect.hpp"
#include "support/paths.hpp"

using namespace runner;
using namespace runner::test;

namespace finding_tests {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The rules that the code names.
std::set<std::string> rules_in(const std::string& code) {
  constexpr std::string_view kRule = ".rule = \"";
  std::set<std::string> rules;
  for (std::size_t at = code.find(kRule); at != std::string::npos; at = code.find(kRule, at)) {
    at += kRule.size();
    rules.insert(code.substr(at, code.find('"', at) - at));
  }
  return rules;
}

}  // namespace finding_tests

BOOST_AUTO_TEST_SUITE(finding_tests)

BOOST_AUTO_TEST_CASE(what_stops_a_run_is_an_error_with_all_that_was_found) {
  const Finding finding{.rule = "odd-thing",
                        .severity = Severity::error,
                        .place = Place{"db/001_a.sql"},
                        .message = "what happened",
                        .detail = "Detail.",
                        .hint = "Hint.",
                        .kind = ErrorKind::usage};
  usage_error("what happened")
      .shown_as("db/001_a.sql", "", 0)
      .detail("Detail.")
      .hint("Hint.")(error_of(finding));
  BOOST_TEST(error_of(finding).rule() == "odd-thing");
  const Error bare = error_of({.rule = "odd-thing", .severity = Severity::error, .message = "no"});
  BOOST_TEST(bare.message() == "no");
  BOOST_TEST((bare.kind() == ErrorKind::refused));
  BOOST_TEST(!bare.place().has_value());
}

BOOST_AUTO_TEST_CASE(severities_have_names) {
  BOOST_TEST(runner::name_of(Severity::note) == "note");
  BOOST_TEST(runner::name_of(Severity::error) == "error");
}

BOOST_AUTO_TEST_CASE(each_rule_is_documented) {
  const fs::path project = project_folder();
  const std::string documented = content_of(project / "docs/production.md");
  std::set<std::string> rules;
  for (const auto& entry : fs::recursive_directory_iterator(project / "lib"))
    if (entry.is_regular_file()) rules.merge(rules_in(content_of(entry.path())));
  BOOST_TEST(rules.size() > 10U);
  for (const std::string& rule : rules) {
    BOOST_TEST((documented.find("| `" + rule + "` |") != std::string::npos), rule);
    BOOST_TEST(rule.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos, rule);
  }
}

BOOST_AUTO_TEST_SUITE_END()
