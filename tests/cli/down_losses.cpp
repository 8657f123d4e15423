#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"
#include "terminal/style.hpp"
#include "text/strings.hpp"

namespace down_losses {

using namespace runner::test;
using Json = nlohmann::json;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

/// Two applied migrations, orders and their status, and three orders of which two have a status.
struct DownLosses : RunnerFixture {
  DownLosses() {
    migration("043_orders.sql", "create table orders (id int);\n");
    migration("043_orders.down.sql", "drop table orders;\n");
    migration("044_add_status.sql", "alter table orders add status text;\n");
    migration("044_add_status.down.sql", "alter table orders drop column status;\n");
    run({"up"});
    database.execute("insert into orders values (1, 'sent'), (2, 'new'), (3, null)");
  }
};

const Names kBoth{"043_orders.sql", "044_add_status.sql"};

}  // namespace down_losses

BOOST_AUTO_TEST_SUITE(down_losses)

BOOST_FIXTURE_TEST_CASE(losing_data_needs_yes_when_nobody_can_be_asked, DownLosses) {
  const Outcome outcome = run({"down", "--all"});
  BOOST_TEST(said(outcome) == R"(
err: error: "runner down" would lose data, and needs --yes when there is no terminal
err: detail:
err:     044_add_status
err:       drops column public.orders.status: 2 values
err:     043_orders
err:       drops table public.orders: 3 rows
err:   "runner up" does not bring this data back.
err:   It would run in DB.
err: hint: Check "runner down --all --dry-run" first, then add --yes.
exit: 4
)");
  BOOST_TEST(history() == kBoth);
  for (const std::string_view line : runner::lines_of(outcome.err))
    BOOST_TEST(runner::display_width(line) <= 80U);
}

BOOST_FIXTURE_TEST_CASE(with_yes_it_is_said_and_done, DownLosses) {
  BOOST_TEST(said(run({"down", "--yes"})) == R"(
err: note: 044_add_status drops column public.orders.status: 2 values
err:   down 044_add_status .............................. N ms
out: undid 1 migration in N ms in DB; at 043_orders
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(without_data_nobody_has_to_say_yes, DownLosses) {
  database.execute("truncate orders");
  BOOST_TEST(run({"down", "--all"}).exit_code == 0);
  BOOST_TEST(history().empty());
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_tells_what_would_be_lost, DownLosses) {
  BOOST_TEST(said(run({"down", "--all", "--dry-run"})) == R"(
out: would undo 2 migrations in DB:
out:   down 044_add_status  1 statement, one transaction
out:     drops column public.orders.status: 2 values
out:   down 043_orders  1 statement, one transaction
out:     drops table public.orders: 3 rows
out: "runner up" does not bring this data back.
exit: 0
)");
  migration("045_clean.sql", "delete from orders where status is null;\n");
  BOOST_TEST(said(run({"up", "--dry-run"})) == R"(
out: would apply 1 migration:
out:   up 045_clean  1 statement, one transaction, no rollback
out:     deletes rows from public.orders: up to 3 rows
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(up_itself_does_not_ask, DownLosses) {
  migration("045_clean.sql", "delete from orders;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_counts_with_a_role_that_may_only_read, DownLosses) {
  TemporaryRole role(database);
  database.execute("grant select on all tables in schema public to " + role.name() + "; alter role " +
                   role.name() + " set default_transaction_read_only = on");
  const std::vector<std::string> command{"down", "--dry-run", "--database-url", role.url()};
  BOOST_TEST(said(run(command)) == said(run({"down", "--dry-run"})));
}

BOOST_FIXTURE_TEST_CASE(the_stored_script_is_looked_at_when_the_file_is_gone, DownLosses) {
  remove_migration("044_add_status.sql");
  remove_migration("044_add_status.down.sql");
  BOOST_TEST(says(run({"down"}), 4, "drops column public.orders.status: 2 values\n"));
}

BOOST_FIXTURE_TEST_CASE(code_that_cannot_be_seen_into_needs_yes, DownLosses) {
  migration("044_add_status.down.sql", "select 1;\ndo $$ begin execute 'drop ' || 'table orders'; end $$;\n");
  BOOST_TEST(said(run({"down"})) == R"(
err: error: "runner down" would lose data, and needs --yes when there is no terminal
err: detail:
err:     044_add_status
err:       runs code that may lose data: database/migrations/044_add_status.down.sql:2
err:   "runner up" does not bring this data back.
err:   It would run in DB.
err: hint: Check "runner down --dry-run" first, then add --yes.
exit: 4
)");
}

BOOST_DATA_TEST_CASE(in_production_yes_is_needed_without_any_data,
                     bdata::make({"production", "prod", "PROD"}), name) {
  DownLosses fixture;
  fixture.seed(std::string(name) + "/001_a.sql", "select 1;");
  fixture.database.execute("truncate orders");
  BOOST_TEST(said(fixture.run_with({{"RUNNER_ENV", name}}, {"down"})) ==
             "\nerr: error: \"runner down\" in production needs --yes when there is no terminal\n"
             "err: detail: It would run in DB (" +
                 std::string(name) +
                 ").\nerr: hint: Check \"runner down --dry-run\" first, then add --yes.\nexit: 4\n");
  BOOST_TEST(fixture.run_with({{"RUNNER_ENV", name}}, {"down", "--yes"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(json_lists_losses_beside_the_refusal_the_plan_and_the_run, DownLosses) {
  const Json expected = Json::array({{{"step", "044_add_status"},
                                      {"what", "drop_column"},
                                      {"object", "public.orders.status"},
                                      {"rows", 2},
                                      {"estimated", false}}});
  const Json refused = Json::parse(run({"down", "--json"}).out);
  BOOST_TEST(refused.at("losses") == expected);
  BOOST_TEST(refused.at("error").at("kind") == "refused");
  BOOST_TEST(Json::parse(run({"down", "--json", "--dry-run"}).out).at("losses") == expected);
  BOOST_TEST(Json::parse(run({"down", "--json", "--yes"}).out).at("losses") == expected);
  BOOST_TEST(Json::parse(run({"down", "--json", "--to", "43"}).out).at("losses") == Json::array());
}

BOOST_AUTO_TEST_SUITE_END()
