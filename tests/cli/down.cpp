#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace down {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

const Names kAll{"001_a.sql", "002_b.sql", "003_c.sql"};

struct Request {
  std::vector<std::string> arguments;
  Names left;
};
std::ostream& operator<<(std::ostream& out, const Request& request) {
  for (const std::string& argument : request.arguments) out << argument << ' ';
  return out;
}

const std::vector<Request> requests{
    {{"down"}, {"001_a.sql", "002_b.sql"}},
    {{"down", "--steps", "2"}, {"001_a.sql"}},
    {{"down", "--steps", "9"}, {}},
    {{"down", "--to", "1"}, {"001_a.sql"}},
    {{"down", "--to", "002_b"}, {"001_a.sql", "002_b.sql"}},
    {{"down", "--to", "3"}, {"001_a.sql", "002_b.sql", "003_c.sql"}},
    {{"down", "--to", "0"}, {}},
    {{"down", "--all"}, {}},
};

}  // namespace down

BOOST_AUTO_TEST_SUITE(down)

BOOST_DATA_TEST_CASE(down_undoes_what_is_asked_for_and_nothing_else, bdata::make(requests), request) {
  AppliedFixture fixture;
  BOOST_TEST(fixture.run(request.arguments).exit_code == 0);
  BOOST_TEST(fixture.history() == request.left);
  for (const std::string& name : kAll) {
    const bool left = std::find(request.left.begin(), request.left.end(), name) != request.left.end();
    BOOST_TEST(fixture.database.exists(name.substr(4, 1)) == left);
  }
}

BOOST_FIXTURE_TEST_CASE(down_undoes_the_newest_one_and_says_so, AppliedFixture) {
  BOOST_TEST(said(run({"down"})) == R"(
err:   down 003_c ....................................... N ms
out: undid 1 migration in N ms in DB; at 002_b
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(down_goes_from_the_newest_to_the_oldest, AppliedFixture) {
  BOOST_TEST(said(run({"down", "--all"})) == R"(
err:   down 003_c ....................................... N ms
err:   down 002_b ....................................... N ms
err:   down 001_a ....................................... N ms
out: undid 3 migrations in N ms in DB; nothing is applied
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(down_goes_by_number_and_not_by_the_time_of_applying, AppliedFixture) {
  run({"down", "--to", "1"});
  run({"up"});
  database.execute("update migration_history set applied_at = now() where migration_name = '001_a.sql'");
  run({"down"});
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(what_was_undone_can_be_applied_again, AppliedFixture) {
  run({"down", "--all"});
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == kAll);
  BOOST_TEST(log() ==
             (Names{"up done 001_a", "up done 002_b", "up done 003_c", "down done 003_c", "down done 002_b",
                    "down done 001_a", "up done 001_a", "up done 002_b", "up done 003_c"}));
}

BOOST_FIXTURE_TEST_CASE(down_with_nothing_applied_says_so, RunnerFixture) {
  migration("001_a.sql", "select 1;");
  BOOST_TEST(said(run({"down"})) == R"(
out: nothing to undo in DB; nothing is applied
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(down_to_the_newest_one_has_nothing_to_undo, AppliedFixture) {
  BOOST_TEST(said(run({"down", "--to", "3"})) == R"(
out: nothing to undo in DB; at 003_c
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(down_to_a_version_that_nobody_knows_is_refused, AppliedFixture) {
  BOOST_TEST(said(run({"down", "--to", "7"})) == R"(
err: error: there is no migration 7
err: hint: "runner status" lists the migrations.
exit: 1
)");
  BOOST_TEST(history() == kAll);
}

BOOST_FIXTURE_TEST_CASE(dry_run_shows_the_plan_and_undoes_nothing, AppliedFixture) {
  BOOST_TEST(said(run({"down", "--dry-run", "--steps", "2"})) == R"(
out: would undo 2 migrations in DB:
out:   down 003_c  1 statement, one transaction
out:   down 002_b  1 statement, one transaction
exit: 0
)");
  BOOST_TEST(history() == kAll);
  BOOST_TEST(database.exists("c"));
}

BOOST_FIXTURE_TEST_CASE(a_failing_down_is_undone_and_keeps_its_row, AppliedFixture) {
  migration("002_b.down.sql", "drop table b;\ndrop table nowhere;\n");
  BOOST_TEST(said(run({"down", "--all"})) == R"(
err:   down 003_c ....................................... N ms
err:   down 002_b ....................................... failed
err: database/migrations/002_b.down.sql:2: error: table "nowhere" does not exist [42P01]
err:     drop table nowhere;
err: hint: The down script was undone: "002_b" is still applied.
exit: 3
)");
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
  BOOST_TEST(database.exists("b"));
  BOOST_TEST(!database.exists("c"));
}

BOOST_DATA_TEST_CASE(production_wants_yes_when_nobody_can_be_asked, bdata::make({"--env", "RUNNER_ENV"}),
                     how) {
  AppliedFixture fixture;
  const bool by_flag = how == std::string("--env");
  const EnvironmentOverrides environment{{"RUNNER_ENV", by_flag ? "" : "production"}};
  std::vector<std::string> command{"down"};
  if (by_flag) command.insert(command.end(), {"--env", "production"});
  BOOST_TEST(said(fixture.run_with(environment, command)) ==
             "\nerr: error: \"runner down\" in production needs --yes when there is no terminal\n"
             "err: detail: It would run in DB (production).\n"
             "err: hint: Check \"runner down" +
                 std::string(by_flag ? " --env production" : "") +
                 " --dry-run\" first, then add --yes.\nexit: 4\n");
  BOOST_TEST(fixture.history() == kAll);
  command.push_back("--yes");
  BOOST_TEST(fixture.run_with(environment, command).exit_code == 0);
  BOOST_TEST(fixture.history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_in_production_needs_no_yes, AppliedFixture) {
  BOOST_TEST(run({"down", "--env", "production", "--dry-run"}).exit_code == 0);
  BOOST_TEST(history() == kAll);
}

BOOST_FIXTURE_TEST_CASE(down_refuses_what_the_files_do_not_explain, AppliedFixture) {
  migration("001_a.sql", "create table a (i bigint);\n");
  BOOST_TEST(says(run({"down"}), 4, "\"001_a.sql\" was changed after it was applied"));
  BOOST_TEST(history() == kAll);
}

BOOST_AUTO_TEST_SUITE_END()
