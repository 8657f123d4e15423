// The environment of a run: runner refuses an unknown one before anything runs.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace environments {

using namespace runner::test;
using Words = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

// Without a server: a run whose environment runner accepts fails because it cannot connect.
struct Environments : ProjectFixture {
  Environments() {
    environment_["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/nothing";
    migration("001_a.sql", "select 1;\n");
    seed("001_a.sql", "select 1;\n");
    seed("qa/001_b.sql", "select 1;\n");
    seed("load-test/001_b.sql", "select 1;\n");
  }

  std::string said_in(const std::string& name) { return said(run_with({{"RUNNER_ENV", name}}, {"seed"})); }
};

constexpr std::string_view kKnown =
    "An environment is development, staging, production, test or a folder of seeds: load-test, qa.";

struct Mistyped {
  std::string_view name, guess;
};
std::ostream& operator<<(std::ostream& out, const Mistyped& mistyped) { return out << mistyped.name; }

const std::vector<Mistyped> mistyped_names{{"prodution", "production"},
                                           {"Production", "production"},
                                           {"PRODUCTION", "production"},
                                           {"prod", "production"},
                                           {"PROD", "production"},
                                           {"stagign", "staging"},
                                           {"stage", "staging"},
                                           {"dev", "development"},
                                           {"developement", "development"},
                                           {"tests", "test"},
                                           {"qaa", "qa"},
                                           {"load_test", "load-test"},
                                           {"production ", "production"},
                                           {"../seeds", ""},
                                           {"qa/", "qa"},
                                           {".", ""},
                                           {"..", ""},
                                           {"canary", ""},
                                           {"001_a.sql", ""}};

}  // namespace environments

BOOST_FIXTURE_TEST_SUITE(environments, Environments)

BOOST_AUTO_TEST_CASE(every_command_refuses_an_environment_that_there_is_not) {
  for (const Words& words : {Words{"up"}, Words{"up", "--dry-run"}, Words{"down"}, Words{"status"},
                             Words{"seed"}, Words{"log"}, Words{"new", "x"}}) {
    BOOST_TEST_CONTEXT(words.front()) {
      BOOST_TEST(said(run_with({{"RUNNER_ENV", "prodution"}}, words)) == fmt::format(R"(
err: error: there is no environment "prodution" (RUNNER_ENV)
err: hint: Did you mean "production"? {}
exit: 1
)",
                                                                                     kKnown));
    }
  }
  BOOST_TEST(!std::filesystem::exists(project.path() / "database/migrations/002_x.sql"));
}

BOOST_DATA_TEST_CASE(the_nearest_word_is_suggested, bdata::make(mistyped_names)) {
  Environments fixture;
  const std::string guess = sample.guess.empty() ? "" : fmt::format("Did you mean \"{}\"? ", sample.guess);
  BOOST_TEST(fixture.said_in(std::string(sample.name)) == fmt::format(R"(
err: error: there is no environment "{}" (RUNNER_ENV)
err: hint: {}{}
exit: 1
)",
                                                                      sample.name, guess, kKnown));
}

BOOST_AUTO_TEST_CASE(the_message_says_where_the_name_is_from) {
  const auto first_line = [&](const EnvironmentOverrides& environment, const Words& words) {
    const std::string text = run_with(environment, words).err;
    return text.substr(0, text.find('\n'));
  };
  project.write(".env", "RUNNER_ENV=dev\n");
  project.write("other.env", "RUNNER_ENV=prd\n");
  BOOST_TEST(first_line({}, {"up"}) == "error: there is no environment \"dev\" (RUNNER_ENV in .env)");
  BOOST_TEST(first_line({}, {"up", "--env-file", "other.env"}) ==
             "error: there is no environment \"prd\" (RUNNER_ENV in other.env)");
  BOOST_TEST(first_line({{"RUNNER_ENV", "stg"}}, {"up"}) ==
             "error: there is no environment \"stg\" (RUNNER_ENV)");
  BOOST_TEST(first_line({{"RUNNER_ENV", "stg"}}, {"up", "--env", "live"}) ==
             "error: there is no environment \"live\" (--env)");
}

BOOST_AUTO_TEST_CASE(without_folders_of_seeds_the_hint_names_none) {
  project.remove("seeds");
  BOOST_TEST(said_in("prodution") == R"(
err: error: there is no environment "prodution" (RUNNER_ENV)
err: hint: Did you mean "production"? An environment is development, staging, production, test or a folder of seeds.
exit: 1
)");
}

BOOST_DATA_TEST_CASE(a_customary_name_or_a_folder_of_the_seeds_is_an_environment,
                     bdata::make({"development", "staging", "production", "test", "qa", "load-test"}), name) {
  Environments fixture;
  BOOST_TEST(fixture.run_with({{"RUNNER_ENV", name}}, {"status"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(the_folder_is_looked_for_where_the_seeds_are) {
  project.write("data/eu/001_a.sql", "select 1;\n");
  BOOST_TEST(run({"status", "--env", "eu"}).exit_code == 1);
  BOOST_TEST(run({"status", "--env", "eu", "--seeds", "data"}).exit_code == 2);
  BOOST_TEST(run({"status", "--env", "qa", "--seeds", "data"}).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(an_empty_name_is_no_name) {
  BOOST_TEST(run_with({{"RUNNER_ENV", ""}}, {"status"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(help_needs_no_environment) {
  BOOST_TEST(run_with({{"RUNNER_ENV", "prodution"}}, {"help"}).exit_code == 0);
  BOOST_TEST(run_with({{"RUNNER_ENV", "prodution"}}, {"up", "--help"}).exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()
