#include "run/commit_state.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace commit_state {

using namespace runner;
namespace bdata = boost::unit_test::data;

const Error kLost(ErrorKind::unreachable, "the connection to the server was lost");

Error with_code(const char* code) { return Error(kLost).sqlstate(code); }

// The state after a COMMIT that the server answered.
CommitState committed(bool early) {
  CommitState state;
  state.sent();
  state.next_answers_early(early);
  state.answered();
  state.succeeded();
  return state;
}

struct WordCase {
  std::string_view what;
  const char* sqlstate;
  Doubt doubt;
};
std::ostream& operator<<(std::ostream& out, const WordCase& sample) { return out << sample.what; }

const std::vector<WordCase> words{
    {"nothing", "", Doubt::at_commit},
    {"a pooler that lost the server", "08P01", Doubt::at_commit},
    {"a server that crashes", "57P02", Doubt::at_commit},
    {"a server that ended the session", "57P01", Doubt::none},
};

}  // namespace commit_state

BOOST_AUTO_TEST_SUITE(commit_state)

BOOST_DATA_TEST_CASE(the_last_words_before_the_connection_is_lost_decide_about_a_commit, bdata::make(words)) {
  CommitState state;
  state.sent();
  BOOST_TEST((state.break_off(with_code(sample.sqlstate), false) == sample.doubt));
  BOOST_TEST((state.doubt() == sample.doubt));
  BOOST_TEST(state.on_their_way() == (sample.doubt == Doubt::at_commit));
}

BOOST_AUTO_TEST_CASE(nothing_is_in_doubt_while_the_connection_is_alive) {
  CommitState state = committed(true);
  state.sent();
  BOOST_TEST((state.break_off(with_code("40001"), true) == Doubt::none));
  BOOST_TEST(!state.on_their_way());
  BOOST_TEST(state.not_yet_on_disk());
}

BOOST_AUTO_TEST_CASE(a_commit_that_answered_early_may_be_lost_with_the_server) {
  CommitState state = committed(true);
  BOOST_TEST((state.break_off(kLost, false) == Doubt::before_disk));
}

BOOST_AUTO_TEST_CASE(one_that_waited_for_the_disk_has_those_before_it_there_too) {
  CommitState state = committed(true);
  state.next_answers_early(false);
  state.sent();
  state.answered();
  BOOST_TEST(state.not_yet_on_disk());
  state.succeeded();
  BOOST_TEST(!state.not_yet_on_disk());
  BOOST_TEST((state.break_off(kLost, false) == Doubt::none));
}

BOOST_AUTO_TEST_CASE(a_commit_on_its_way_is_the_greater_doubt) {
  CommitState state = committed(true);
  state.sent();
  BOOST_TEST((state.break_off(kLost, false) == Doubt::at_commit));
}

BOOST_AUTO_TEST_SUITE_END()
