#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;

// Counted from the first signal.
constexpr std::chrono::milliseconds kToWait{1'000};

// A signal handler can reach only statics. Signals is their only user.
std::array<int, 2> pipe_ends{-1, -1};
std::atomic<int> received{0};
std::atomic<Clock::rep> received_at{0};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<Clock::rep>::is_always_lock_free,
              "the handler may only touch lock-free atomics");

extern "C" void note_signal(int signal) {
  Clock::rep never = 0;
  received_at.compare_exchange_strong(never, Clock::now().time_since_epoch().count());
  int none = 0;
  const bool first = received.compare_exchange_strong(none, signal);
  // The shell may repeat the hang-up of the terminal: a second one is the same event.
  if (!first && signal == SIGHUP) return;
  if (!first) _exit(128 + signal);
  const int saved = errno;
  const char byte = 1;
  [[maybe_unused]] const auto written = write(pipe_ends[1], &byte, 1);
  errno = saved;
}

void install(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

bool is_ignored(int signal) {
  struct sigaction action {};
  sigaction(signal, nullptr, &action);
  return action.sa_handler == SIG_IGN;
}

}  // namespace

Signals::Signals() {
  if (pipe(pipe_ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  for (const int end : pipe_ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  install(SIGINT, note_signal);
  install(SIGTERM, note_signal);
  if (!is_ignored(SIGHUP)) install(SIGHUP, note_signal);
  install(SIGPIPE, SIG_IGN);
}

Signals::~Signals() {
  install(SIGINT, SIG_DFL);
  install(SIGTERM, SIG_DFL);
  if (!is_ignored(SIGHUP)) install(SIGHUP, SIG_DFL);
  for (int& end : pipe_ends) {
    close(end);
    end = -1;
  }
}

int Signals::descriptor() const noexcept { return pipe_ends[0]; }

bool Signals::pending() const noexcept { return received.load() != 0; }

std::optional<Error> Signals::stop() const {
  switch (received.load()) {
    case 0: return std::nullopt;
    case SIGTERM: return Error(ErrorKind::terminated, "stopped by SIGTERM");
    case SIGHUP: return Error(ErrorKind::terminated, "stopped by SIGHUP: the terminal is gone");
    default: return Error(ErrorKind::interrupted, "interrupted");
  }
}

void Signals::check() const {
  if (const auto error = stop()) throw Error(*error);
}

Signals::TimePoint Signals::deadline() const noexcept {
  if (!pending()) return TimePoint::max();
  return TimePoint(Clock::duration(received_at.load())) + kToWait;
}

}  // namespace runner
