// The link with which other tests count round trips.

#include "support/link.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "support/fake_server.hpp"
#include "support/process.hpp"
#include "support/server.hpp"

namespace link_to_the_server {

using namespace runner;
using namespace runner::test;
using std::chrono::milliseconds;

// The startup packet and the two messages of SCRAM.
constexpr int kConnecting = 3;

}  // namespace link_to_the_server

BOOST_AUTO_TEST_SUITE(link_to_the_server)

BOOST_AUTO_TEST_CASE(every_answer_waited_for_is_one_round_trip) {
  TemporaryDatabase database;
  Link link(milliseconds{10});
  const auto start = std::chrono::steady_clock::now();
  {
    Connection connection = connect(url_at_port(link.port(), database.name()));
    BOOST_TEST(link.round_trips() == kConnecting);
    connection.execute("select 1");
    connection.execute("select 1; select 2; select 3");
  }
  const auto took = std::chrono::steady_clock::now() - start;
  BOOST_TEST(link.round_trips() == kConnecting + 2);
  BOOST_TEST(link.connections() == 1);
  BOOST_TEST((took >= milliseconds{20} * (kConnecting + 2)));
}

BOOST_AUTO_TEST_CASE(an_answer_in_many_pieces_is_one_round_trip) {
  TemporaryDatabase database;
  Link link(milliseconds{10});
  Connection connection = connect(url_at_port(link.port(), database.name()));
  const Result answer = connection.execute("select repeat('x', 1000) from generate_series(1, 1000)");
  BOOST_TEST(answer.rows() == 1000);
  BOOST_TEST(link.round_trips() == kConnecting + 1);
  BOOST_TEST(link.bytes_of_server() > 1'000'000U);
}

BOOST_AUTO_TEST_CASE(a_question_in_many_pieces_is_one_round_trip) {
  TemporaryDatabase database;
  Link link(milliseconds{10});
  Connection connection = connect(url_at_port(link.port(), database.name()));
  connection.execute("select length('" + std::string(1'000'000, 'x') + "')");
  BOOST_TEST(link.round_trips() == kConnecting + 1);
  BOOST_TEST(link.bytes_of_client() > 1'000'000U);
}

BOOST_AUTO_TEST_CASE(connections_are_added_up) {
  TemporaryDatabase database;
  Link link(milliseconds{5});
  Connection one = connect(url_at_port(link.port(), database.name()));
  Connection other = connect(url_at_port(link.port(), database.name()));
  one.execute("select 1");
  other.execute("select 1");
  BOOST_TEST(link.connections() == 2);
  BOOST_TEST(link.round_trips() == 2 * (kConnecting + 1));
}

BOOST_AUTO_TEST_CASE(an_end_is_passed_on_and_is_no_round_trip) {
  TemporaryDatabase database;
  Link link(milliseconds{5});
  { Connection connection = connect(url_at_port(link.port(), database.name())); }
  const std::string sessions = "select count(*) from pg_stat_activity where datname = current_database()";
  BOOST_TEST(eventually([&] { return database.value(sessions) == "1"; }));
  // When the next connection is open, the end of the first one has arrived.
  Connection next = connect(url_at_port(link.port(), database.name()));
  BOOST_TEST(link.round_trips() == 2 * kConnecting);
}

BOOST_AUTO_TEST_SUITE_END()
