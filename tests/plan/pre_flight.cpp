#include "plan/pre_flight.hpp"

#include <string>
#include <vector>

#include "migration/build.hpp"

using namespace runner;
using namespace runner::test;

namespace pre_flight_tests {

Step step(int number, const std::string& text, const Variables& variables = {}) {
  const std::string path = "db/" + name(number) + ".sql";
  return {.action = Action::up,
          .version = version(number),
          .name = name(number),
          .recorded_name = name(number) + ".sql",
          .environment = {},
          .script = check_script(path, Text(text), {.variables = variables, .open = {}}),
          .rollback = {}};
}

Plan plan_of(std::vector<Step> steps) { return {std::move(steps), {}}; }

const std::string kOutside = "-- runner: no-transaction\nselect 1;\n";
const std::string kWithSecret = "-- runner: secret pw\nselect 1;\n";

// What stops the plan, as "rule at path".
Texts stopped_by(const Plan& plan, const Conditions& conditions) {
  Texts stops;
  for (const Finding& finding : pre_flight(plan, conditions)) {
    BOOST_TEST((finding.severity == Severity::error));
    stops.push_back(finding.rule + (finding.place ? " at " + finding.place->path : ""));
  }
  return stops;
}

Error only_error(const Plan& plan, const Conditions& conditions) {
  const Findings findings = pre_flight(plan, conditions);
  BOOST_TEST_REQUIRE(findings.size() == 1U);
  return error_of(findings.front());
}

}  // namespace pre_flight_tests

BOOST_AUTO_TEST_SUITE(pre_flight_tests)

BOOST_AUTO_TEST_CASE(an_ordinary_plan_runs_in_one_transaction_and_through_a_pooler) {
  const Plan plan = plan_of({step(1, "select 1;\n"), step(2, "begin;\nselect 1;\ncommit;\n")});
  BOOST_TEST(stopped_by(plan, {}).empty());
  BOOST_TEST(stopped_by(plan, {.pooled = true, .one_transaction = true}).empty());
}

BOOST_AUTO_TEST_CASE(each_step_that_stops_the_plan_is_found) {
  const Plan plan =
      plan_of({step(1, kOutside), step(2, "select 1;\n"), step(3, kOutside), step(4, kWithSecret)});
  BOOST_TEST(stopped_by(plan, {}) == Texts{"missing-secret at db/004_d.sql"},
             boost::test_tools::per_element());
  const Texts expected{"missing-secret at db/004_d.sql", "no-shared-transaction at db/001_a.sql",
                       "no-shared-transaction at db/003_c.sql",
                       "no-transaction-behind-pooler at db/001_a.sql",
                       "no-transaction-behind-pooler at db/003_c.sql"};
  BOOST_TEST(stopped_by(plan, {.pooled = true, .one_transaction = true}) == expected,
             boost::test_tools::per_element());
}

// Problems of the whole database make the plan's own notes pointless.
BOOST_AUTO_TEST_CASE(the_notes_of_the_plan_come_after_what_is_wrong_with_the_database) {
  Plan plan = plan_of({step(1, kWithSecret)});
  plan.findings.push_back({.rule = "odd-thing", .message = "odd"});
  const Texts tables{"a.t"};
  Texts rules;
  for (const Finding& finding : pre_flight(plan, {.standard_strings = false, .other_tables = tables}))
    rules.push_back(finding.rule);
  const Texts expected{"tables-without-history", "standard-strings-off", "odd-thing", "missing-secret"};
  BOOST_TEST(rules == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(tables_without_a_history_stop_a_plan_with_steps) {
  const Texts tables{"a.t", "b.t", "c.t", "d.t", "e.t", "f.t", "g.t"};
  BOOST_TEST(stopped_by({}, {.other_tables = tables}).empty());
  const Plan plan = plan_of({step(1, "select 1;\n")});
  refused("the database has tables, but no migration_history")
      .detail("It has a.t, b.t, c.t, d.t, e.t and 2 more.")
      .hint(
          "Check that this is the right database, and --schema. To apply the migrations to this database, "
          "add --into-existing.")(only_error(plan, {.other_tables = tables}));
  refused("the database has tables, but no migration_history")
      .detail("It has a.t, b.t.")(only_error(plan, {.other_tables = std::span(tables).first(2)}));
}

BOOST_AUTO_TEST_CASE(standard_strings_that_are_off_stop_every_plan) {
  refused("standard_conforming_strings is off in this session: runner needs it on")
      .detail(
          "The server, the database, the role or the connection options turn it off. It decides what a "
          "backslash in a string means.")
      .hint("To run the files with it on: PGOPTIONS='-c standard_conforming_strings=on'")(
          only_error({}, {.standard_strings = false}));
}

BOOST_AUTO_TEST_CASE(secrets_that_were_not_given_are_named) {
  usage_error("\"001_a\" needs the secret \"pw\"")
      .shown_as("db/001_a.sql", "", 0)
      .hint(
          "Nothing ran. Put the value of pw into the environment variable pw and add --set-secret pw, or "
          "into "
          "a file: --set-secret pw=@FILE.")(only_error(plan_of({step(1, kWithSecret)}), {}));
  const std::string two = "-- runner: secret one\n-- runner: secret two\nselect 1;\n";
  usage_error("\"001_a\" needs the secrets \"one\", \"two\"")(only_error(plan_of({step(1, two)}), {}));
  BOOST_TEST(stopped_by(plan_of({step(1, kWithSecret, {{"pw", {"hidden", true}}})}), {}).empty());
}

BOOST_AUTO_TEST_CASE(a_transaction_of_its_own_kind_cannot_be_shared) {
  const std::string begin = "begin isolation level serializable";
  refused("\"001_a\" cannot share one transaction with others")
      .shown_as("db/001_a.sql", "", 0)
      .detail("Its BEGIN sets options of the transaction: " + begin + ".")
      .hint("Run it by itself first, or leave out --one-transaction.")(
          only_error(plan_of({step(1, begin + ";\nselect 1;\ncommit;\n")}), {.one_transaction = true}));
  refused("\"001_a\" cannot share one transaction with others")
      .detail("It runs statement by statement, without a transaction.")(
          only_error(plan_of({step(1, kOutside)}), {.one_transaction = true}));
}

BOOST_AUTO_TEST_CASE(a_script_without_a_transaction_cannot_run_behind_a_pooler) {
  refused("\"001_a\" cannot run through a connection pooler")
      .shown_as("db/001_a.sql", "", 0)
      .detail("It runs without a transaction because of line 2: vacuum t")
      .hint("Point DATABASE_URL at the server itself for this run.")(
          only_error(plan_of({step(1, "select 1;\nvacuum t;\n")}), {.pooled = true}));
  refused("\"001_a\" cannot run through a connection pooler")
      .detail("It runs statement by statement, without a transaction.")(
          only_error(plan_of({step(1, kOutside)}), {.pooled = true}));
}

BOOST_AUTO_TEST_SUITE_END()
