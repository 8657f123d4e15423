#include "plan/data_loss.hpp"

#include <boost/test/unit_test.hpp>

#include "migration/build.hpp"

namespace data_loss {

using namespace runner;
using namespace runner::test;

Step step(const std::string& name, std::string text, std::size_t first_statement = 1) {
  return {.action = Action::down,
          .name = name,
          .recorded_name = name,
          .environment = {},
          .script = script(std::move(text)),
          .rollback = {},
          .first_statement = first_statement};
}

Texts losses_in(std::vector<Step> steps) {
  Texts texts;
  for (const PlannedLoss& loss : losses_of({std::move(steps), {}})) {
    texts.push_back(loss.step + " " + name_of(loss.loss.kind) + " " + loss.loss.name);
  }
  return texts;
}

}  // namespace data_loss

BOOST_AUTO_TEST_SUITE(data_loss)

BOOST_AUTO_TEST_CASE(losses_come_in_the_order_of_the_steps) {
  BOOST_TEST(losses_in({step("002_b", "drop table b; truncate c"), step("001_a", "delete from a")}) ==
             (Texts{"002_b drop_table b", "002_b truncate c", "001_a delete a"}));
}

BOOST_AUTO_TEST_CASE(a_step_that_goes_on_loses_only_what_is_left_to_run) {
  BOOST_TEST(losses_in({step("002_b", "drop table b; truncate c", 2)}) == Texts{"002_b truncate c"});
}

BOOST_AUTO_TEST_CASE(a_later_step_knows_what_an_earlier_one_renames) {
  BOOST_TEST(losses_in({step("002_b", "alter table purchases rename to orders"),
                        step("001_a", "drop table orders")}) == Texts{"001_a drop_table purchases"});
}

BOOST_AUTO_TEST_SUITE_END()
