// The server crashes during a run and restarts at once.

#include <boost/test/unit_test.hpp>

#include "claims.hpp"
#include "invariants.hpp"
#include "support/own_server.hpp"

namespace faults_restarts {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;

struct Restarts : ProjectFixture {
  Process start_up(const std::vector<std::string>& more) {
    std::vector<std::string> words{"up", "--lock-wait", "1h", "--wait", "1h"};
    words.insert(words.end(), more.begin(), more.end());
    return start_at(server.url(), words);
  }

  OwnServer server;
};

}  // namespace faults_restarts

BOOST_FIXTURE_TEST_SUITE(faults_restarts, Restarts)

BOOST_AUTO_TEST_CASE(what_is_said_when_the_server_goes_down_is_true_when_it_is_back) {
  play({.bounded = 2, .all = 30}, [&](Chance& chance) {
    {
      Connection database = connect(server.url());
      clear(database);
    }
    const Workload workload = draw_workload(chance, 30);
    write_files(workload, *this);
    Process process = start_up({"--json"});
    chance.sleep_within(400ms);
    server.strike_down();
    server.start();
    const Outcome outcome = process.wait();
    Connection database = connect(server.url());
    outcome.exit_code == 0 ? check_arrived(database, workload) : check_standing(database, workload);
    check_claims(outcome, database);
    const Outcome next = start_up({"--quiet"}).wait();
    BOOST_TEST(next.exit_code == 0, next.err);
    check_arrived(database, workload);
  });
}

BOOST_AUTO_TEST_SUITE_END()
