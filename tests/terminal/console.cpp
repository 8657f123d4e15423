#include "terminal/console.hpp"

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <sstream>

namespace console {

using namespace runner;

// A stream whose file cannot be written.
class Unwritable : public std::streambuf {
 public:
  explicit Unwritable(int error) : error_(error) {}

 protected:
  int overflow(int /*c*/) override {
    errno = error_;
    return traits_type::eof();
  }

 private:
  int error_;
};

std::string told_by(int error) {
  Unwritable buffer(error);
  std::ostream out(&buffer);
  std::ostringstream err;
  {
    Console console(out, err);
    console.result("applied 1 migration\n");
    console.tell("a note\n");
    console.result("at 001_a\n");
  }
  return err.str();
}

}  // namespace console

BOOST_AUTO_TEST_SUITE(console)

BOOST_AUTO_TEST_CASE(without_a_ci_it_only_writes) {
  std::ostringstream out;
  std::ostringstream err;
  {
    Console console(out, err);
    console.result("a\n");
    console.tell("b\n");
    console.annotate("::error::c\n");
  }
  BOOST_TEST(out.str() == "a\n");
  BOOST_TEST(err.str() == "b\n::error::c\n");
}

BOOST_AUTO_TEST_CASE(a_ci_takes_commands_only_where_one_is_meant) {
  std::ostringstream both;
  {
    Console console(both, both, "secret");
    console.tell("one\n");
    console.result("two\n");
    console.annotate("::error::three\n");
    console.annotate("::error::four\n");
    console.tell("five\n");
  }
  BOOST_TEST(both.str() ==
             "::stop-commands::secret\none\ntwo\n::secret::\n::error::three\n::error::four\n"
             "::stop-commands::secret\nfive\n::secret::\n");
}

BOOST_AUTO_TEST_CASE(where_nothing_is_said_no_command_is_stopped) {
  std::ostringstream both;
  { const Console console(both, both, "secret"); }
  BOOST_TEST(both.str() == "");
}

BOOST_AUTO_TEST_CASE(a_value_is_hidden_as_the_screen_spells_it) {
  // A tab, an ESC, a direction override, a CI command, and characters that an annotation has to escape.
  for (const std::string value : {"abc\tdef", "abc\x1b[0m", "abc\u202e def", "##[abc]", "abc%d:e,f"}) {
    std::ostringstream out;
    std::ostringstream err;
    Mask mask;
    mask.hide(value);
    Console console(out, err);
    console.hide(mask);
    console.result(clean("name {}\n", value));
    console.tell(visible_line("line " + value) + "\n");
    console.annotate("::error file=" + escaped_for_github(visible(value), true) +
                     "::" + escaped_for_github(visible_line(value), false) + "\n");
    BOOST_TEST(out.str() == "name ***\n");
    BOOST_TEST(err.str() == "line ***\n::error file=***::***\n");
  }
}

BOOST_AUTO_TEST_CASE(what_was_lost_hides_the_same) {
  Unwritable buffer(ENOSPC);
  std::ostream out(&buffer);
  std::ostringstream err;
  Mask mask;
  mask.hide("hunter22");
  {
    Console console(out, err);
    console.hide(mask);
    console.result("applied hunter22\n");
  }
  BOOST_TEST(err.str() ==
             "could not write to standard output: No space left on device. The output was:\napplied ***\n");
}

BOOST_AUTO_TEST_CASE(what_a_full_disk_did_not_take_is_told) {
  BOOST_TEST(told_by(ENOSPC) ==
             "a note\ncould not write to standard output: No space left on device. The output was:\n"
             "applied 1 migration\nat 001_a\n");
}

BOOST_AUTO_TEST_CASE(a_pipe_that_was_closed_wants_no_more) { BOOST_TEST(told_by(EPIPE) == "a note\n"); }

BOOST_AUTO_TEST_CASE(no_two_tokens_are_equal) {
  const std::string token = random_token();
  BOOST_TEST(token.size() == 32U);
  BOOST_TEST(token.find_first_not_of("0123456789abcdef") == std::string::npos);
  BOOST_TEST(random_token() != token);
}

BOOST_AUTO_TEST_SUITE_END()
