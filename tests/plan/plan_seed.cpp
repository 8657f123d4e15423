#include <string>
#include <vector>

#include "migration/build.hpp"
#include "plan/plan.hpp"

using namespace runner;
using namespace runner::test;

namespace plan_seed_tests {

Seed seed(const std::string& seed_name, const std::string& environment = "",
          const std::string& text = "select 1;\n") {
  return {seed_name, environment, script(text, "seeds/" + seed_name + ".sql")};
}

SeedEntry ran(const std::string& seed_name, const std::string& environment = "",
              const std::string& text = "select 1;\n") {
  return {seed_name, environment, Checksum::of(text)};
}

struct SeedCase {
  std::string_view what;
  std::vector<Seed> seeds;
  std::vector<SeedEntry> history;
  bool force;
  Texts steps;
};
std::ostream& operator<<(std::ostream& out, const SeedCase& c) { return out << c.what; }

const std::vector<Seed> kThree = {seed("001_a"), seed("002_b"), seed("101_c", "development")};

const std::vector<SeedCase> kCases = {
    {"no seeds", {}, {}, false, {}},
    {"all are new", kThree, {}, false, {"seed 001_a", "seed 002_b", "seed development/101_c"}},
    {"one is new", kThree, {ran("001_a"), ran("101_c", "development")}, false, {"seed 002_b"}},
    {"none is new", kThree, {ran("101_c", "development"), ran("002_b"), ran("001_a")}, false, {}},
    {"one was changed",
     {seed("001_a", "", "select 2;"), seed("002_b")},
     {ran("001_a"), ran("002_b")},
     false,
     {"seed 001_a"}},
    {"all, unchanged or not, with force",
     kThree,
     {ran("001_a"), ran("002_b")},
     true,
     {"seed 001_a", "seed 002_b", "seed development/101_c"}},
    {"one that ran in another environment is new",
     {seed("101_c", "staging")},
     {ran("101_c", "development")},
     false,
     {"seed staging/101_c"}},
    {"one that ran for every environment is new in one",
     {seed("001_a", "staging")},
     {ran("001_a")},
     false,
     {"seed staging/001_a"}},
    {"one of the same name in two places",
     {seed("001_a"), seed("001_a", "test")},
     {ran("001_a", "test")},
     false,
     {"seed 001_a"}},
    {"Windows line ends are no change", {seed("001_a", "", "select 1;\r\n")}, {ran("001_a")}, false, {}},
    {"nor is a checksum of the bytes on disk",
     {seed("001_a", "", "select 1;\r\n")},
     {ran("001_a", "", "select 1;\r\n")},
     false,
     {}},
    {"seeds of the history that are not here", {}, {ran("009_gone")}, false, {}},
};

}  // namespace plan_seed_tests

BOOST_AUTO_TEST_SUITE(plan_seed_tests)

BOOST_DATA_TEST_CASE(seeds_run_when_they_are_new_or_changed, bdata::make(kCases)) {
  BOOST_TEST(steps_of(plan_seed(sample.seeds, sample.history, sample.force)) == sample.steps,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_step_carries_the_name_and_the_environment_to_record) {
  const Plan plan = plan_seed(std::vector{seed("101_c", "development", "select 3;")}, {}, false);
  const Step& step = plan.steps.at(0);
  BOOST_TEST(!step.version.has_value());
  BOOST_TEST(step.recorded_name == "101_c");
  BOOST_TEST(step.environment == "development");
  BOOST_TEST(step.script.text.view() == "select 3;");
  BOOST_TEST(!step.rollback.has_value());
  BOOST_TEST(step.first_statement == 1U);
  BOOST_TEST(plan.findings.empty());
}

BOOST_AUTO_TEST_CASE(actions_have_names) {
  BOOST_TEST(name_of(Action::up) == "up");
  BOOST_TEST(name_of(Action::down) == "down");
  BOOST_TEST(name_of(Action::seed) == "seed");
}

BOOST_AUTO_TEST_SUITE_END()
