// A role's limits on its sessions do not end a run. Output has a limit.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/fake_server.hpp"
#include "support/protocol.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace session_limits {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Limited : RunnerFixture {
  Limited() {
    database.execute(fmt::format("grant create, usage on schema public to {}", role.name()));
    environment_["DATABASE_URL"] = role.url();
    migration("001_a.sql", "create table a (i int);\n");
  }

  void limit(const std::string& setting, const std::string& value) {
    database.execute(fmt::format("alter role {} set {} = '{}'", role.name(), setting, value));
  }

  TemporaryRole role{database};
};

}  // namespace session_limits

BOOST_FIXTURE_TEST_SUITE(session_limits, Limited)

// The fourth pause is at least two seconds long.
BOOST_AUTO_TEST_CASE(a_session_may_be_idle_before_a_retry) {
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  limit("idle_session_timeout", "1900ms");
  migration("002_b.sql", "alter table a add column j int;\n");
  Connection other = connect(database.url());
  other.execute("begin; select from a");
  const Outcome outcome = run({"up", "--lock-timeout", "50ms", "--lock-retries", "4"});
  BOOST_TEST(says(outcome, 2, "canceling statement due to lock timeout [55P03]"));
  BOOST_TEST(contains(outcome.err, "Tried 5 times"));
}

// The transaction is idle on the server while runner sends the rows.
BOOST_AUTO_TEST_CASE(a_transaction_may_be_idle_while_its_rows_are_on_their_way) {
  limit("idle_in_transaction_session_timeout", "1ms");
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += std::to_string(i) + "\n";
  migration("001_a.sql", "create table a (i int);\ncopy a from stdin;\n" + rows +
                             "\\.\ncopy a from stdin;\n" + rows + "\\.\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_DATA_TEST_CASE_F(Limited, a_limit_that_ends_the_session_is_named,
                       bdata::make({"57P05", "25P03", "25P04"}) ^
                           bdata::make({"idle_session_timeout", "idle_in_transaction_session_timeout",
                                        "transaction_timeout"}),
                       sqlstate, setting) {
  const FakeServer server(recite({welcome(), fatal(sqlstate, "terminating connection")}, Ending::hangs_up));
  BOOST_TEST(said(run_at(url_at_port(server.port(), "shop"), {"status"})) == fmt::format(R"(
err: error: terminating connection [{}]
err: hint: The setting {} ended the session. Increase it, and try again.
exit: 2
)",
                                                                                         sqlstate, setting));
}

BOOST_AUTO_TEST_CASE(of_notices_without_end_so_many_are_shown) {
  migration("001_a.sql", "do $$ begin for i in 1..10050 loop raise notice 'n%', i; end loop; end $$;\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(says(outcome, 0, "    NOTICE: n10000\nnote: 10000 notices: no more are shown\n"));
  BOOST_TEST(!contains(outcome.err, "n10001"));
}

BOOST_AUTO_TEST_SUITE_END()
