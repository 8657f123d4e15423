#include "watchdog.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// Together with kToWait in signals.cpp, this is less than two seconds.
constexpr auto kToUnwind = 500ms;
// How long the report may take. A process on a busy machine needs time. A full pipe that no other process
// reads never accepts the report.
constexpr auto kToReport = 3s;
constexpr auto kToReportIntoFullPipe = 400ms;

constexpr std::chrono::milliseconds kLongestNap = 1h;  // poll() takes an int

constexpr auto kNever = Signals::TimePoint::max();

// A signal must interrupt what main waits for, for example a read from the terminal.
void leave_signals_to_main() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

bool takes_output() {
  std::array<pollfd, 2> streams{{{STDOUT_FILENO, POLLOUT, 0}, {STDERR_FILENO, POLLOUT, 0}}};
  poll(streams.data(), streams.size(), 0);
  return std::ranges::all_of(streams, [](const pollfd& stream) { return stream.revents != 0; });
}

}  // namespace

Watchdog::Watchdog(const Signals& signals, Report report) : signals_(signals), report_(std::move(report)) {
  if (pipe(wake_.data()) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  for (const int end : wake_) {
    fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(end, F_SETFL, O_NONBLOCK);
  }
  thread_ = std::thread([this] { watch(); });
}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  wake();
  thread_.join();
  for (const int end : wake_) close(end);
}

void Watchdog::set_unfinished(std::optional<Error> error) {
  const std::lock_guard lock(mutex_);
  unfinished_ = std::move(error);
}

void Watchdog::set_unanswered(Error error) {
  const std::lock_guard lock(mutex_);
  unanswered_ = std::move(error);
}

void Watchdog::set_limit(std::optional<TimeLimit> limit) {
  {
    const std::lock_guard lock(mutex_);
    limit_ = std::move(limit);
  }
  wake();
}

void Watchdog::set_exit_code(int code) {
  const std::lock_guard lock(mutex_);
  exit_code_ = code;
}

// Ends the process with the mutex held, so that main can neither send a COMMIT nor report another error.
void Watchdog::watch() {
  leave_signals_to_main();
  while (true) {
    std::unique_lock lock(mutex_);
    if (stopped_) return;
    const auto moment = end();
    if (Clock::now() >= moment) end_process();
    lock.unlock();
    sleep_until(moment);
  }
}

// The signal's descriptor stays readable, so after a signal this no longer watches it.
void Watchdog::sleep_until(Signals::TimePoint moment) const {
  std::array<pollfd, 2> watched{
      {{wake_[0], POLLIN, 0}, {signals_.pending() ? -1 : signals_.descriptor(), POLLIN, 0}}};
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(moment - Clock::now());
  const auto nap = static_cast<int>(std::clamp(left, 0ms, kLongestNap).count());
  poll(watched.data(), watched.size(), moment == kNever ? -1 : nap);
  std::array<char, 16> wakes{};
  [[maybe_unused]] const auto drained = read(wake_[0], wakes.data(), wakes.size());
}

void Watchdog::wake() const noexcept {
  const char byte = 1;
  [[maybe_unused]] const auto written = write(wake_[1], &byte, 1);
}

Signals::TimePoint Watchdog::end() const {
  const auto deadline = signals_.deadline();
  const auto unwound = deadline == kNever ? kNever : deadline + kToUnwind;
  return limit_ ? std::min(unwound, limit_->at) : unwound;
}

Error Watchdog::last_words() const {
  if (unfinished_) return *unfinished_;
  if (unanswered_) return *unanswered_;
  if (const auto stop = signals_.stop()) return *stop;
  return limit_->error;
}

void Watchdog::end_process() const {
  if (exit_code_) _exit(*exit_code_);
  const Error error = last_words();
  const int code = exit_code(error.kind());
  const auto patience = takes_output() ? kToReport : kToReportIntoFullPipe;
  std::thread([code, patience] {
    std::this_thread::sleep_for(patience);
    _exit(code);
  }).detach();
  report_(error);
  _exit(code);
}

}  // namespace runner
