#include "plan/outcome.hpp"

#include <string>
#include <vector>

#include "migration/build.hpp"

using namespace runner;
using namespace runner::test;

namespace outcome_tests {

Step step(Action action, int number) {
  return {.action = action,
          .version = version(number),
          .name = name(number),
          .recorded_name = name(number) + ".sql",
          .environment = {},
          .script = script(up_text(number), "db/" + name(number) + ".sql"),
          .rollback = {}};
}

Step seed(const std::string& seed_name, const std::string& environment = "") {
  return {.action = Action::seed,
          .name = (environment.empty() ? "" : environment + "/") + seed_name,
          .recorded_name = seed_name,
          .environment = environment,
          .script = script("select 1;\n", "seeds/" + seed_name + ".sql"),
          .rollback = {}};
}

Plan plan_of(Action action, const Numbers& numbers) {
  Plan plan;
  for (const int number : numbers) plan.steps.push_back(step(action, number));
  return plan;
}

struct NewestCase {
  std::string_view what;
  Numbers applied;
  Action action;
  Numbers steps;
  std::string_view newest;
};
std::ostream& operator<<(std::ostream& out, const NewestCase& c) { return out << c.what; }

const std::vector<NewestCase> kNewest = {
    {"nothing of nothing", {}, Action::up, {}, ""},
    {"without a step", {1, 2}, Action::up, {}, "002_b"},
    {"the first ones", {}, Action::up, {1, 2}, "002_b"},
    {"more of them", {1, 2}, Action::up, {3, 4}, "004_d"},
    {"one below the newest", {1, 3}, Action::up, {2}, "003_c"},
    {"two undone", {1, 2, 3}, Action::down, {3, 2}, "001_a"},
    {"one undone below the newest", {1, 2, 3}, Action::down, {2}, "003_c"},
    {"all undone", {1, 2}, Action::down, {2, 1}, ""},
};

struct DoneCase {
  std::string_view what;
  Numbers applied;
  Action action;
  Numbers steps;
  std::size_t done;
};
std::ostream& operator<<(std::ostream& out, const DoneCase& c) { return out << c.what; }

const std::vector<DoneCase> kDone = {
    {"no step", {1}, Action::up, {}, 0},
    {"none is applied", {1}, Action::up, {2, 3}, 0},
    {"the first is applied", {1, 2}, Action::up, {2, 3}, 1},
    {"all are applied", {1, 2, 3}, Action::up, {2, 3}, 2},
    {"only what comes before the first gap", {1, 3}, Action::up, {2, 3}, 0},
    {"none is undone", {1, 2, 3}, Action::down, {3, 2}, 0},
    {"the first is undone", {1, 2}, Action::down, {3, 2}, 1},
    {"all are undone", {1}, Action::down, {3, 2}, 2},
};

const Error kFailure = Error(ErrorKind::failed, "division by zero").hint("Divide by another number.");

Refusal lost(const std::string& path) {
  return Refusal(ErrorKind::unreachable, "the connection to the server was lost").shown_as(path, "", 0);
}

}  // namespace outcome_tests

BOOST_AUTO_TEST_SUITE(outcome_tests)

BOOST_DATA_TEST_CASE(the_newest_one_is_known_before_a_plan_has_run, bdata::make(kNewest)) {
  BOOST_TEST(newest_applied_after(applied(sample.applied), plan_of(sample.action, sample.steps).steps) ==
             sample.newest);
}

BOOST_DATA_TEST_CASE(the_history_tells_how_many_steps_are_done, bdata::make(kDone)) {
  BOOST_TEST(steps_done(plan_of(sample.action, sample.steps), applied(sample.applied), {}) == sample.done);
}

BOOST_AUTO_TEST_CASE(a_seed_is_done_when_its_very_text_has_run_in_its_environment) {
  const Plan plan{{seed("001_a"), seed("101_c", "test")}, {}};
  const Checksum same = Checksum::of("select 1;\n");
  const auto done = [&](const std::vector<SeedEntry>& seeds) { return steps_done(plan, {}, seeds); };
  BOOST_TEST(done({}) == 0U);
  BOOST_TEST(done({{"001_a", "", Checksum::of("select 2;\n")}}) == 0U);
  BOOST_TEST(done({{"001_a", "test", same}}) == 0U);
  BOOST_TEST(done({{"001_a", "", same}, {"101_c", "", same}}) == 1U);
  BOOST_TEST(done({{"001_a", "", same}, {"101_c", "test", same}}) == 2U);
}

BOOST_AUTO_TEST_CASE(an_undone_step_tells_where_the_database_is) {
  const auto hint_of = [](Action action, const Numbers& before, const Numbers& on_record) {
    const Plan done = plan_of(action, before);
    return step_undone(kFailure, step(action, 4), done.steps, applied(on_record)).hint();
  };
  BOOST_TEST(hint_of(Action::up, {}, {}) ==
             "Divide by another number.\n\"004_d\" was undone; nothing is applied.");
  BOOST_TEST(hint_of(Action::up, {2, 3}, {1}) ==
             "Divide by another number.\n\"004_d\" was undone; the database is at 003_c.");
  BOOST_TEST(hint_of(Action::down, {}, {1, 4}) ==
             "Divide by another number.\nThe down script was undone: \"004_d\" is still applied.");
  BOOST_TEST(step_undone(Error(ErrorKind::failed, "x"), seed("001_a"), {}, {}).hint() ==
             "\"001_a\" was undone.");
}

BOOST_AUTO_TEST_CASE(a_run_in_one_transaction_is_undone_as_a_whole) {
  const Error failure(ErrorKind::failed, "x");
  BOOST_TEST(run_undone(failure, step(Action::up, 4), applied({1, 2})).hint() ==
             "The whole run was undone; the database is at 002_b.");
  BOOST_TEST(run_undone(failure, step(Action::up, 4), {}).hint() ==
             "The whole run was undone; nothing is applied.");
  BOOST_TEST(run_undone(failure, seed("001_a"), applied({1})).hint() == "The whole run was undone.");
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_told_with_what_the_history_says) {
  const Plan plan = plan_of(Action::up, {1, 2, 3});
  lost("db/002_b.sql")
      .detail("The history says: 1 of 3 steps are done; \"002_b\" is not; it was rolled back.")
      .hint("The database is at 001_a. Run \"runner up\" again.")(cut_short(plan, 1, applied({1})));
  lost("db/001_a.sql")
      .detail("The history says: 0 of 3 steps are done; \"001_a\" is not; it was rolled back.")
      .hint("Nothing is applied. Run \"runner up\" again.")(cut_short(plan, 0, {}));
  lost("seeds/001_a.sql")
      .detail("The history says: 0 of 1 steps are done; \"001_a\" is not; it was rolled back.")
      .hint("Seeds that have run stay applied. Run \"runner seed\" again.")(
          cut_short({{seed("001_a")}, {}}, 0, applied({1})));
}

BOOST_AUTO_TEST_CASE(a_connection_lost_in_a_script_without_a_transaction_leaves_it_half_done) {
  in_doubt("the connection to the server was lost")
      .shown_as("db/002_b.sql", "", 0)
      .detail("\"002_b\" is left half done: 3 of 4 statements have run.")
      .hint("Run \"runner down\" again; it resumes there.")(
          cut_short(plan_of(Action::down, {3, 2}), 1, half_done(applied({1, 2}), Action::down, 2, 3)));
}

BOOST_AUTO_TEST_SUITE_END()
