#include "screen.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <iostream>

#include "text/strings.hpp"

namespace runner {
namespace {

bool colour_wanted(const Settings& settings, const Environment& environment, int descriptor) {
  switch (settings.color) {
    case Color::always: return true;
    case Color::never: return false;
    case Color::automatic: break;
  }
  return isatty(descriptor) == 1 && !environment.get("NO_COLOR") && environment.get("TERM") != "dumb";
}

std::size_t width_of(int descriptor) {
  winsize size{};
  return isatty(descriptor) == 1 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// False when a signal came first. A read would notice only a signal that comes while it waits.
bool wait_for_line(const Interrupt& interrupt) {
  std::array<pollfd, 2> watched{{{STDIN_FILENO, POLLIN, 0}, {interrupt.descriptor(), POLLIN, 0}}};
  while (poll(watched.data(), watched.size(), -1) < 0 && errno == EINTR) continue;
  return watched[1].revents == 0;
}

bool read_along_by_github(const Environment& environment) {
  return environment.get("GITHUB_ACTIONS") == "true";
}

}  // namespace

std::string token_for_ci(const Environment& environment) {
  return read_along_by_github(environment) ? random_token() : std::string();
}

Screen make_screen(Console& console, const Settings& settings, const Environment& environment) {
  return {.console = console,
          .out_coloured = colour_wanted(settings, environment, STDOUT_FILENO),
          .err_coloured = colour_wanted(settings, environment, STDERR_FILENO),
          .err_rewrites = isatty(STDERR_FILENO) == 1 && environment.get("TERM") != "dumb" && !settings.quiet,
          .out_width = width_of(STDOUT_FILENO),
          .err_width = width_of(STDERR_FILENO),
          .quiet = settings.quiet,
          .verbose = settings.verbose,
          .github = read_along_by_github(environment)};
}

bool ask_on_terminal(Console& console, const Interrupt& interrupt, const Clean& question,
                     const std::string& expected) {
  console.tell(question);
  console.flush();
  std::string answer;
  if (!wait_for_line(interrupt) || !std::getline(std::cin, answer)) console.tell("\n");
  return trimmed(answer) == expected;
}

void occupy_standard_streams() {
  int lowest_free = STDIN_FILENO;
  while (lowest_free >= 0 && lowest_free <= STDERR_FILENO) lowest_free = open("/dev/null", O_RDONLY);
  if (lowest_free > STDERR_FILENO) close(lowest_free);
}

bool has_terminal() { return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1; }

}  // namespace runner
