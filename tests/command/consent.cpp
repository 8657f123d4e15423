#include "command/consent.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(consent)

BOOST_AUTO_TEST_CASE(production_has_two_names_in_any_case) {
  for (const char* name : {"production", "Production", "PRODUCTION", "prod", "PROD"}) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(runner::is_production(name)); }
  }
  for (const char* name : {"", "staging", "products", "preprod", "prod2", "reproduction"}) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(!runner::is_production(name)); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
