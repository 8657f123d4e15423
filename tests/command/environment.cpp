#include "command/environment.hpp"

#include "command/context_fixture.hpp"
#include "sql/expect.hpp"
#include "support/files.hpp"

namespace environment_names {

using namespace runner;
using namespace runner::test;

struct EnvironmentFixture : ContextFixture, FolderFixture {
  EnvironmentFixture() {
    write("qa/001_a.sql");
    write("eu/001_a.sql");
    write("001_a.sql");
    settings.seeds = path();
  }

  void require(const std::string& name) {
    settings.environment = name;
    require_known_environment(context());
  }

  [[nodiscard]] std::string known() const {
    return "An environment is development, staging, production, test or a folder of " + path() + ": eu, qa.";
  }
};

struct OriginCase {
  std::string_view what;
  std::optional<std::string> flag, env_file;
  Environment environment;
  std::string_view origin;
};
std::ostream& operator<<(std::ostream& out, const OriginCase& c) { return out << c.what; }

const EnvironmentVariables kNamed = {{"RUNNER_ENV", "prd"}};

const std::vector<OriginCase> kOrigins = {
    {"the flag goes first", "prd", {}, {kNamed, kNamed}, "--env"},
    {"then the process", {}, "a.env", {kNamed, kNamed}, "RUNNER_ENV"},
    {"an empty value is none", {}, {}, {{{"RUNNER_ENV", ""}}, kNamed}, "RUNNER_ENV in .env"},
    {"then the file", {}, {}, {{}, kNamed}, "RUNNER_ENV in .env"},
    {"the file of the flag", {}, "a.env", {{{"RUNNER_ENV_FILE", "b.env"}}, kNamed}, "RUNNER_ENV in a.env"},
    {"the file of the process", {}, {}, {{{"RUNNER_ENV_FILE", "b.env"}}, kNamed}, "RUNNER_ENV in b.env"},
};

}  // namespace environment_names

BOOST_FIXTURE_TEST_SUITE(environment_names, EnvironmentFixture)

BOOST_AUTO_TEST_CASE(customary_names_and_folders_of_the_seeds_are_environments) {
  for (const char* name : {"development", "staging", "production", "test", "qa", "eu"})
    BOOST_CHECK_NO_THROW(require(name));
  settings.environment.reset();
  BOOST_CHECK_NO_THROW(require_known_environment(context()));
}

BOOST_AUTO_TEST_CASE(what_it_is_called_elsewhere_or_is_nearest_is_suggested) {
  invocation.common.environment = "given";
  for (const auto& [name, guess] : std::vector<std::pair<std::string, std::string>>{{"live", "production"},
                                                                                    {"PRD", "production"},
                                                                                    {"local", "development"},
                                                                                    {"stagign", "staging"},
                                                                                    {"qaa", "qa"}}) {
    BOOST_CHECK_EXCEPTION(require(name), Error,
                          usage_error("there is no environment \"" + name + "\" (--env)")
                              .hint("Did you mean \"" + guess + "\"? " + known()));
  }
  BOOST_CHECK_EXCEPTION(require("canary"), Error,
                        usage_error("there is no environment \"canary\" (--env)").hint(known()));
}

BOOST_AUTO_TEST_CASE(without_a_folder_of_seeds_none_is_named) {
  settings.seeds = path("none");
  BOOST_CHECK_EXCEPTION(require("qa"), Error,
                        usage_error("there is no environment \"qa\" (RUNNER_ENV in .env)")
                            .hint("An environment is development, staging, production, test or a folder of " +
                                  path("none") + "."));
}

BOOST_DATA_TEST_CASE(the_message_says_where_the_name_is_from, bdata::make(kOrigins)) {
  EnvironmentFixture own;
  own.invocation.common.environment = sample.flag;
  own.invocation.common.env_file = sample.env_file;
  own.environment = sample.environment;
  BOOST_CHECK_EXCEPTION(own.require("prd"), Error,
                        usage_error("there is no environment \"prd\" (" + std::string(sample.origin) + ")"));
}

BOOST_AUTO_TEST_SUITE_END()
