// Tests that need their own server: one that accepts no writes at all, or no connections.

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/own_server.hpp"
#include "support/runner_fixture.hpp"

namespace unwilling_server {

using namespace runner::test;

struct Unwilling : ProjectFixture {
  Unwilling() {
    migration("001_a.sql", "create table a (i int);\n");
    environment_["DATABASE_URL"] = server.url();
  }

  /// Host and port, as in "127.0.0.1:5432".
  [[nodiscard]] std::string place() const {
    const std::string url = server.url();
    const std::size_t at = url.rfind('@') + 1;
    return url.substr(at, url.rfind('/') - at);
  }

  OwnServer server;
};

}  // namespace unwilling_server

BOOST_FIXTURE_TEST_SUITE(unwilling_server, Unwilling)

BOOST_AUTO_TEST_CASE(a_standby_is_named_before_anything_runs_and_is_enough_to_look) {
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  migration("002_b.sql", "create table b (i int);\n");
  server.become_standby();
  const std::string refusal = R"(
err: error: the server is a standby: nothing can be written there
err: hint: Point DATABASE_URL at the primary.
exit: 4
)";
  BOOST_TEST(said(run({"up"})) == refusal);
  BOOST_TEST(said(run({"down", "--yes"})) == refusal);
  BOOST_TEST(run({"status", "--check"}).exit_code == 6);
  BOOST_TEST(run({"log"}).exit_code == 0);
  BOOST_TEST(said(run({"up", "--dry-run"})) == R"(
out: would apply 1 migration:
out:   up 002_b  1 statement, one transaction, no rollback
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(encryption_that_the_server_asks_for_is_told) {
  server.require_encryption();
  Outcome outcome;
  // The server rereads its configuration with a delay.
  BOOST_REQUIRE(eventually([&] { return (outcome = run({"up"})).exit_code != 0; }));
  BOOST_TEST(said(outcome) == fmt::format(R"(
err: error: could not connect to runner@{}/runner
err: detail: connection to server at "127.0.0.1", port {} failed: FATAL:  no pg_hba.conf entry for host "127.0.0.1", user "runner", database "runner", no encryption
err: hint: The server does not let this user in from here; it may ask for sslmode=require.
exit: 1
)",
                                          place(), place().substr(place().find(':') + 1)));
}

BOOST_AUTO_TEST_SUITE_END()
