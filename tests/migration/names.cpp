#include "migration/names.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace names {

std::string listed_up_to(int last) {
  std::vector<std::string> names;
  for (int number = 1; number <= last; ++number) names.push_back(std::to_string(number));
  return runner::listed(names);
}

}  // namespace names

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(few_names_are_all_listed) {
  BOOST_TEST(listed_up_to(0) == "");
  BOOST_TEST(listed_up_to(1) == "1");
  BOOST_TEST(listed_up_to(3) == "1, 2, 3");
  BOOST_TEST(listed_up_to(11) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
}

BOOST_AUTO_TEST_CASE(of_many_names_the_first_are_listed_and_the_rest_counted) {
  BOOST_TEST(listed_up_to(12) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
  BOOST_TEST(listed_up_to(342) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 332 more");
}

BOOST_AUTO_TEST_SUITE_END()
