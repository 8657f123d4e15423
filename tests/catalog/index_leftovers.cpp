#include "catalog/index_leftovers.hpp"

#include <boost/test/unit_test.hpp>

#include "client/own_transaction.hpp"
#include "support/server.hpp"

namespace index_leftovers {

using namespace runner;
using namespace runner::test;

using Words = std::vector<std::string>;

constexpr const char* kBuild = "create unique index concurrently u on t (i)";

struct LeftoverFixture : SessionFixture {
  LeftoverFixture() { database.execute("create table t (i int); insert into t values (1), (1)"); }

  Words found(const NamedQuery& named) {
    const std::vector<Result> answers = try_in_own_transaction(connection, {named.query}, {named.resolve});
    if (answers.back().failed()) throw to_error(answers.back().report());
    return answers.back().texts(0);
  }
};

}  // namespace index_leftovers

BOOST_FIXTURE_TEST_SUITE(index_leftovers, LeftoverFixture)

BOOST_AUTO_TEST_CASE(a_build_that_failed_leaves_an_invalid_index_of_its_name) {
  BOOST_TEST(found(leftovers_of(kBuild, false).value()).empty());
  BOOST_TEST(connection.try_execute(kBuild).report().sqlstate == "23505");
  BOOST_TEST(found(leftovers_of(kBuild, false).value()) == Words{"public.u"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_index_of_another_name_or_table_is_not_meant) {
  BOOST_TEST(connection.try_execute(kBuild).report().sqlstate == "23505");
  database.execute("create table other (i int)");
  BOOST_TEST(found(leftovers_of("create index concurrently v on t (i)", true).value()).empty());
  BOOST_TEST(found(leftovers_of("create index concurrently u on other (i)", true).value()).empty());
}

BOOST_AUTO_TEST_CASE(a_name_that_the_server_chose_is_looked_for_only_when_any_will_do) {
  const char* unnamed = "create unique index concurrently on t (i)";
  BOOST_TEST(connection.try_execute(unnamed).report().sqlstate == "23505");
  BOOST_TEST(found(leftovers_of(unnamed, false).value()).empty());
  BOOST_TEST(found(leftovers_of(unnamed, true).value()) == Words{"public.t_i_idx"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_build_in_a_transaction_leaves_nothing_to_look_for) {
  BOOST_TEST(!leftovers_of("create index u on t (i)", true).has_value());
  BOOST_TEST(!leftovers_of("drop index concurrently u", true).has_value());
  BOOST_TEST(!trace_of("create index u on t (i)").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
