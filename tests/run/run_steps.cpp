#include "run/run_steps.hpp"

#include <boost/test/unit_test.hpp>

#include "support/steps.hpp"

namespace run_steps {

using namespace runner;
using namespace runner::test;

using Answers = std::vector<bool>;

struct StepsFixture {
  /// The answer of the predicate for each step.
  Answers of_each(const RunSteps& steps, bool (RunSteps::*is)(const Step&) const) const {
    Answers answers;
    for (const Step& step : plan) answers.push_back((steps.*is)(step));
    return answers;
  }

  const std::vector<Step> plan{up("001_a", "select 1"), up("002_b", "select 2"), up("003_c", "select 3")};
  RunSteps each{plan, false};
  RunSteps all{plan, true};
};

}  // namespace run_steps

BOOST_FIXTURE_TEST_SUITE(run_steps, StepsFixture)

BOOST_AUTO_TEST_CASE(a_transaction_holds_one_step_or_all_of_them) {
  BOOST_TEST((of_each(each, &RunSteps::begins_transaction) == Answers{true, true, true}));
  BOOST_TEST((of_each(each, &RunSteps::ends_transaction) == Answers{true, true, true}));
  BOOST_TEST((of_each(all, &RunSteps::begins_transaction) == Answers{true, false, false}));
  BOOST_TEST((of_each(all, &RunSteps::ends_transaction) == Answers{false, false, true}));
}

BOOST_AUTO_TEST_CASE(a_commit_makes_the_steps_of_its_transaction_done) {
  const std::span<const Step> first = each.commit(plan[0]);
  BOOST_TEST((first.data() == &plan[0] && first.size() == 1));
  BOOST_TEST(each.done() == 1U);
  BOOST_TEST(each.rest().size() == 2U);
  BOOST_TEST(each.next().name == "002_b");
  const std::span<const Step> together = all.commit(plan[2]);
  BOOST_TEST((together.data() == &plan[0] && together.size() == 3));
  BOOST_TEST(all.done() == 3U);
  BOOST_TEST(all.rest().empty());
}

BOOST_AUTO_TEST_CASE(the_transaction_that_is_committed_next_is_the_one_that_is_tried_again) {
  each.commit(plan[0]);
  BOOST_TEST((of_each(each, &RunSteps::in_next_transaction) == Answers{false, true, false}));
  BOOST_TEST((of_each(all, &RunSteps::in_next_transaction) == Answers{true, true, true}));
}

BOOST_AUTO_TEST_CASE(the_commit_of_the_next_step_does_not_follow_when_that_runs_without_a_transaction) {
  BOOST_TEST((of_each(each, &RunSteps::another_commit_follows) == Answers{true, true, false}));
  const std::vector<Step> mixed{up("001_a", "select 1"), up("002_b", "vacuum"), up("003_c", "select 3")};
  const RunSteps steps(mixed, false);
  BOOST_TEST(!steps.another_commit_follows(mixed[0]));
  BOOST_TEST(steps.another_commit_follows(mixed[1]));
}

BOOST_AUTO_TEST_SUITE_END()
