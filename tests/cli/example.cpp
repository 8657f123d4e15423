// The example project keeps its promises: every rollback restores the schema exactly, and every seed can run
// again.

#include <boost/test/unit_test.hpp>

#include "support/client_tools.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"

namespace the_example {

using namespace runner::test;

struct Example : RunnerFixture {
  Outcome example(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--migrations", project_folder() + "/database/migrations"});
    return run(arguments);
  }
  Outcome seed(const std::string& environment) {
    return run({"seed", "--env", environment, "--force", "--seeds", project_folder() + "/seeds"});
  }

  [[nodiscard]] std::string schema() const { return dump_of(database.name(), {"--schema-only"}); }

  // One row for each table: its name, and a hash of its rows with xmin, which a needless update would change.
  std::vector<std::string> recorded() {
    return database.column(
        "select relname || ' ' || md5(query_to_xml('select t.*, t.xmin from ' || oid::regclass ||"
        " ' t order by t::text', true, false, '')::text) from pg_class"
        " where relnamespace = 'public'::regnamespace and relkind = 'r'"
        " and relname !~ '^(migration|seed)_' order by relname");
  }
};

}  // namespace the_example

BOOST_FIXTURE_TEST_SUITE(the_example, Example)

BOOST_AUTO_TEST_CASE(after_everything_is_undone_only_the_tables_of_runner_are_left) {
  migration("001_nothing.sql", "");
  migration("001_nothing.down.sql", "");
  BOOST_TEST_REQUIRE(run({"up"}).exit_code == 0);
  BOOST_TEST_REQUIRE(run({"down"}).exit_code == 0);
  const std::string empty = schema();
  BOOST_TEST_REQUIRE(example({"up"}).exit_code == 0);
  for (const char* environment : {"development", "staging", "production"}) {
    BOOST_TEST(seed(environment).exit_code == 0);
  }
  BOOST_TEST(schema() != empty);
  BOOST_TEST(example({"down", "--all", "--yes"}).exit_code == 0);
  BOOST_TEST(schema() == empty);
}

BOOST_AUTO_TEST_CASE(each_rollback_restores_what_was_there_before_its_up) {
  std::vector<std::string> before;
  for (const char* version : {"1", "2", "3", "4", "5", "6"}) {
    before.push_back(schema());
    BOOST_TEST_REQUIRE(example({"up", "--to", version}).exit_code == 0);
  }
  for (std::size_t left = before.size(); left-- > 1;) {
    BOOST_TEST_REQUIRE(example({"down"}).exit_code == 0);
    BOOST_TEST(schema() == before[left]);
  }
}

BOOST_AUTO_TEST_CASE(a_seed_that_runs_again_changes_no_row) {
  BOOST_TEST_REQUIRE(example({"up"}).exit_code == 0);
  BOOST_TEST_REQUIRE(seed("development").exit_code == 0);
  const std::vector<std::string> once = recorded();
  BOOST_TEST(seed("development").exit_code == 0);
  BOOST_TEST(recorded() == once, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
