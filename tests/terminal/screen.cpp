#include "terminal/screen.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <iostream>

namespace screen {

using namespace runner;

constexpr unsigned kHangGuard = 300;  // seconds

// Uses its own process, because Interrupt never forgets a signal. The input stays open and silent.
int status_of_asking_after(int signal) {
  std::array<int, 2> input{};
  BOOST_REQUIRE(pipe(input.data()) == 0);
  std::cout.flush();  // otherwise the child prints it again
  const pid_t child = fork();
  if (child == 0) {
    alarm(kHangGuard);
    dup2(input[0], STDIN_FILENO);
    const Interrupt interrupt;
    raise(signal);
    Console console(std::cout, std::cerr);
    _exit(ask_on_terminal(console, interrupt, "", "yes") ? 1 : 0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  for (const int end : input) close(end);
  return status;
}

}  // namespace screen

BOOST_AUTO_TEST_SUITE(screen)

BOOST_AUTO_TEST_CASE(a_signal_that_comes_before_the_answer_is_read_ends_the_question) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) BOOST_TEST(status_of_asking_after(signal) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
