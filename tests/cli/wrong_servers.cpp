// A server that gets each step of the protocol wrong. Whatever it sends, runner ends, on its own or soon
// after one signal.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>

#include "support/fake_server.hpp"
#include "support/protocol.hpp"
#include "support/runner_fixture.hpp"

namespace wrong_servers {

using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;
using namespace std::string_literals;

struct Scenario {
  std::string what;
  std::vector<std::string> texts;
  Ending ending = Ending::is_silent;
  int exit_code = 2;  // 143: ends only after a signal
  std::string url = "sslmode=disable";
};
std::ostream& operator<<(std::ostream& out, const Scenario& scenario) { return out << scenario.what; }

constexpr int kTerminated = 143;
constexpr std::uint32_t kTwoGigabytes = 0x7fffffff;
const std::string kWeb = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
std::string flood(const std::string& message) {
  std::string text;
  while (text.size() < 1'000'000) text += message;
  return text;
}

const std::string kNotice = notice(std::string(1000, 'n'));
const std::string kScram = "SCRAM-SHA-256\0\0"s;
const std::string kTls = "sslmode=require";

// The server's first message, and everything up to the proof of the password.
const std::vector<Scenario> beginnings{
    {"is silent at once", {""}, Ending::is_silent, kTerminated},
    {"hangs up at once", {""}, Ending::hangs_up},
    {"resets at once", {""}, Ending::resets},
    {"is a web server", {kWeb}, Ending::hangs_up},
    {"is a web server that waits", {kWeb}},
    {"sends ones", {std::string(100, '\xff')}},
    {"sends zeros", {std::string(100, '\0')}},
    {"sends half of a message", {"R\0\0"s}, Ending::is_silent, kTerminated},
    {"sends half of a message and hangs up", {"R\0\0"s}, Ending::hangs_up},
    {"announces two gigabytes of authentication", {message_of_length('R', kTwoGigabytes)}},
    {"announces an authentication of no length", {message_of_length('R', 0)}},
    {"announces an error of two gigabytes and hangs up",
     {message_of_length('E', kTwoGigabytes)},
     Ending::hangs_up},
    {"asks for nothing that is known", {authentication(99)}},
    {"asks for Kerberos", {authentication(2)}},
    {"asks for SSPI", {authentication(9)}},
    {"asks for MD5 without a salt", {authentication(5)}},
    {"asks for a mechanism that is not known", {authentication(10, "ROT13\0\0"s)}},
    {"asks for no mechanism", {authentication(10, "\0"s)}},
    {"asks for a mechanism without an end", {authentication(10, "SCRAM-SHA-256")}},
    {"goes on before it has begun", {authentication(11, "r=x,s=eA==,i=4096")}},
    {"ends before it has begun", {authentication(12, "v=x")}},
    {"answers SCRAM with another nonce",
     {authentication(10, kScram), authentication(11, "r=x,s=eA==,i=4096")}},
    {"answers SCRAM with nonsense", {authentication(10, kScram), authentication(11, "\xff\xfe=")}},
    {"answers SCRAM with nothing", {authentication(10, kScram), authentication(11)}},
    {"falls silent after SCRAM has begun", {authentication(10, kScram)}, Ending::is_silent, kTerminated},
    {"hangs up after SCRAM has begun", {authentication(10, kScram), ""}, Ending::hangs_up},
    {"is silent about a password", {authentication(3)}, Ending::is_silent, kTerminated},
    {"begins with a notice", {kNotice}},
    {"floods with notices", {kNotice}, Ending::repeats_itself},
    {"floods with errors that have no fields", {message('E', "\0"s)}, Ending::repeats_itself},
};

// What the server sends before encryption begins.
const std::vector<Scenario> encryptions{
    {"is silent about encryption", {""}, Ending::is_silent, kTerminated, kTls},
    {"hangs up when asked for encryption", {""}, Ending::hangs_up, 2, kTls},
    {"answers the wish for encryption with another letter", {"X"}, Ending::is_silent, 2, kTls},
    {"answers the wish for encryption with a web page", {kWeb}, Ending::hangs_up, 2, kTls},
    {"answers the wish for encryption with an error", {fatal("08P01", "what?")}, Ending::hangs_up, 2, kTls},
    {"says more than that it encrypts", {"SRRR"}, Ending::is_silent, 2, kTls},
    {"agrees to encrypt and is silent", {"S", ""}, Ending::is_silent, kTerminated, kTls},
    {"agrees to encrypt and hangs up", {"S", ""}, Ending::hangs_up, 2, kTls},
    {"agrees to encrypt and resets", {"S", ""}, Ending::resets, 2, kTls},
    {"agrees to encrypt and does not", {"S", welcome()}, Ending::is_silent, 2, kTls},
    {"agrees to encrypt and sends ones", {"S", std::string(100, '\xff')}, Ending::is_silent, 2, kTls},
    {"agrees to encrypt and refuses", {"S", "\x15\x03\x03\x00\x02\x02\x28"s}, Ending::is_silent, 2, kTls},
};

// What the server sends after the proof of the password and before the client may send statements.
const std::vector<Scenario> logins{
    {"is silent after it let us in", {authentication(0)}, Ending::is_silent, kTerminated},
    {"hangs up after it let us in", {authentication(0)}, Ending::hangs_up},
    {"is a web server after it let us in", {authentication(0) + kWeb}, Ending::hangs_up},
    {"names a parameter without an end", {authentication(0) + message('S', "x")}, Ending::hangs_up},
    {"gives half a key", {authentication(0) + message('K', "\0"s)}, Ending::hangs_up},
    {"floods with notices after it let us in", {authentication(0), kNotice}, Ending::hangs_up, 2},
    {"floods with parameters",
     {authentication(0) + flood(parameter("a", "b"))},
     Ending::is_silent,
     kTerminated},
    {"says that it shuts down", {authentication(0) + fatal("57P01", "shutting down")}, Ending::hangs_up},
    {"announces a notice of 16 megabytes",
     {authentication(0) + message_of_length('N', 16 << 20)},
     Ending::is_silent,
     kTerminated},
    {"announces a notice of two gigabytes and hangs up",
     {authentication(0) + message_of_length('N', kTwoGigabytes)},
     Ending::hangs_up},
};

// The answers to the first statements.
const std::vector<Scenario> answers{
    {"is silent about statements", {welcome(), ""}, Ending::is_silent, kTerminated},
    {"hangs up on statements", {welcome(), ""}, Ending::hangs_up},
    {"resets on statements", {welcome(), ""}, Ending::resets},
    {"answers statements with a web page", {welcome(), kWeb}, Ending::hangs_up},
    {"answers statements with ones", {welcome(), std::string(100, '\xff')}, Ending::hangs_up},
    {"says only that it is ready", {welcome(), ready()}},
    {"says without end that it is ready", {welcome(), ready()}, Ending::repeats_itself},
    {"answers that all is done, with no rows", {welcome(), message('C', "SELECT 0\0"s) + ready()}},
    {"sends a row that it did not describe",
     {welcome(), message('D', number16(1) + number32(0))},
     Ending::hangs_up},
    {"sends fewer columns than it described",
     {welcome(), message('T', number16(1) + "c\0"s + std::string(18, '\0')) + message('D', number16(0))},
     Ending::hangs_up},
    {"describes more columns than there are", {welcome(), message('T', number16(0x7fff))}, Ending::hangs_up},
    {"sends a value of two gigabytes and hangs up",
     {welcome(), message('1', "") + message('2', "") + message_of_length('D', kTwoGigabytes)},
     Ending::hangs_up},
    {"sends a row of no columns", {welcome(), table({}) + ready()}},
    {"sends no row", {welcome(), table({"f", "off", "u", "4711", "public", {}, {}}, 0) + ready()}},
    {"sends nothing but NULL", {welcome(), table({{}, {}, {}, {}, {}, {}, {}}) + ready()}},
    {"sends words for numbers", {welcome(), table({"x", "x", "x", "x", "x", "x", "x"}) + ready()}},
    {"wants rows to copy", {welcome(), message('1', "") + message('2', "") + message('G', "\0\0\0"s)}},
    {"copies rows to us", {welcome(), message('1', "") + message('2', "") + message('H', "\0\0\0"s)}},
    {"copies both ways", {welcome(), message('1', "") + message('2', "") + message('W', "\0\0\0"s)}},
    {"floods with rows", {welcome(), table({"f"}, 100'000)}, Ending::is_silent, kTerminated},
    {"floods with notices instead of answers", {welcome(), kNotice}, Ending::repeats_itself, kTerminated},
    {"floods with parameters instead of answers",
     {welcome(), parameter("a", "b")},
     Ending::repeats_itself,
     kTerminated},
    {"floods with empty answers", {welcome(), message('I', "")}, Ending::repeats_itself},
    {"fails without a word", {welcome(), message('E', "\0"s)}, Ending::hangs_up},
    {"ends the session", {welcome(), fatal("57P01", "terminating connection")}, Ending::hangs_up},
};

struct WrongServer : ProjectFixture {
  WrongServer() { migration("001_a.sql", "create table a (i int);\n"); }

  Process start_towards(const FakeServer& server, const std::string& more, std::vector<std::string> words) {
    const std::string url =
        fmt::format("postgresql://app:secret@127.0.0.1:{}/shop?gssencmode=disable&{}", server.port(), more);
    return start_at(url, words);
  }

  static void require_plain_words(const Outcome& outcome) {
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(contains(outcome.err, "error: "));
    BOOST_TEST(outcome.err.size() < 10'000u);
    for (const char* word :
         {"invalid socket", "stoi", "stou", "stol", "bad_alloc", "unexpected: ", "Sanitizer", "vector", "::"})
      BOOST_TEST(!contains(outcome.err, word), outcome.err);
  }

  void require_end(const Scenario& scenario, const std::string& command) {
    std::atomic<bool> said = false;
    const FakeServer server(at_first(1, recite(scenario.texts, scenario.ending, &said), stay_silent()));
    Process process = start_towards(server, scenario.url, {command});
    if (scenario.exit_code == kTerminated) {
      BOOST_REQUIRE(eventually([&] { return said.load(); }));
      process.signal(SIGTERM);
    }
    const auto began = Clock::now();
    const Outcome outcome = process.wait();
    BOOST_TEST(outcome.exit_code == scenario.exit_code, outcome.exit_code << "\n" << outcome.err);
    BOOST_TEST((scenario.exit_code != kTerminated || Clock::now() - began < 15s));
    require_plain_words(outcome);
  }
};

}  // namespace wrong_servers

BOOST_FIXTURE_TEST_SUITE(wrong_servers, WrongServer)

BOOST_DATA_TEST_CASE_F(WrongServer, a_server_that_begins_wrong_is_left, bdata::make(beginnings)) {
  require_end(sample, "status");
}

BOOST_DATA_TEST_CASE_F(WrongServer, a_server_that_encrypts_wrong_is_left, bdata::make(encryptions)) {
  require_end(sample, "status");
}

BOOST_DATA_TEST_CASE_F(WrongServer, a_server_that_lets_us_in_wrong_is_left, bdata::make(logins)) {
  require_end(sample, "up");
}

BOOST_DATA_TEST_CASE_F(WrongServer, a_server_that_answers_wrong_is_left, bdata::make(answers)) {
  require_end(sample, "up");
}

// The server must return the client's nonce. The proof takes this number of hash rounds.
Answer ask_for_rounds(std::uint32_t rounds, std::atomic<bool>* asked = nullptr) {
  return [rounds, asked](const Socket& client) {
    Buffer buffer{};
    static_cast<void>(receive(client, buffer));
    transmit(client, authentication(10, kScram));
    const std::string first(receive(client, buffer));
    if (first.empty()) return;  // the client gave up earlier
    const std::string nonce = first.substr(first.rfind("r=") + 2);
    transmit(client, authentication(11, fmt::format("r={}x,s=eA==,i={}", nonce, rounds)));
    if (asked != nullptr) *asked = true;
    stay_silent()(client);
  };
}

BOOST_AUTO_TEST_CASE(a_proof_that_takes_hours_is_given_up_on) {
  const FakeServer server(ask_for_rounds(2147483647));
  BOOST_TEST(said(start_towards(server, "sslmode=disable&connect_timeout=1", {"up"}).wait()) ==
             fmt::format(R"(
err: error: could not connect to app@127.0.0.1:{}/shop
err: detail: timeout expired
err: hint: Nothing answers there: check the host and the port, and the firewall between.
exit: 2
)",
                         server.port()));
}

BOOST_AUTO_TEST_CASE(a_signal_ends_a_proof_that_takes_hours) {
  std::atomic<bool> asked = false;
  const FakeServer server(ask_for_rounds(2147483647, &asked));
  Process process = start_towards(server, "sslmode=disable&connect_timeout=60", {"up"});
  BOOST_REQUIRE(eventually([&] { return asked.load(); }));
  process.signal(SIGINT);
  BOOST_TEST(said(process.wait()) == "\nerr: error: interrupted\nexit: 130\n");
}

// Reads up to the Sync that ends the client's question.
Answer hear_a_question(std::atomic<bool>* heard) {
  return [heard](const Socket& client) {
    Buffer buffer{};
    static_cast<void>(receive(client, buffer));
    transmit(client, welcome());
    std::string question;
    while (!question.ends_with("S\0\0\0\4"s)) {
      const std::string_view more = receive(client, buffer);
      if (more.empty()) return;
      question += more;
    }
    *heard = true;
    stay_silent()(client);
  };
}

BOOST_AUTO_TEST_CASE(a_signal_that_the_server_does_not_answer_names_the_session) {
  std::atomic<bool> heard = false;
  const FakeServer server(at_first(1, hear_a_question(&heard), stay_silent()));
  // "log" reads no files. While runner reads files, a signal would end it first.
  Process process = start_towards(server, "sslmode=disable", {"log"});
  BOOST_REQUIRE(eventually([&] { return heard.load(); }));
  process.signal(SIGTERM);
  BOOST_TEST(said(process.wait()) == R"(
err: error: stopped by SIGTERM
err: detail: The server did not answer in time.
err: hint: If the session is stuck there, end it: select pg_terminate_backend(4711);
exit: 143
)");
}

BOOST_AUTO_TEST_CASE(json_is_one_document_however_it_ends) {
  std::atomic<bool> asked = false;
  const FakeServer server(ask_for_rounds(2147483647, &asked));
  Process process = start_towards(server, "sslmode=disable&connect_timeout=60", {"up", "--json"});
  BOOST_REQUIRE(eventually([&] { return asked.load(); }));
  process.signal(SIGTERM);
  const Outcome outcome = process.wait();
  const auto document = nlohmann::json::parse(outcome.out);
  BOOST_TEST(document["command"] == "up");
  BOOST_TEST(document["error"]["kind"] == "terminated");
  BOOST_TEST(outcome.exit_code == kTerminated);
}

BOOST_AUTO_TEST_SUITE_END()
