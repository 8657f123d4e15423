#include "interruption.hpp"

#include <poll.h>

#include <algorithm>
#include <array>

#include "server_report.hpp"

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// The part of the time after a signal that is reserved for the ROLLBACK and the log row.
constexpr auto kToCleanUp = 500ms;

int milliseconds_until(Clock::time_point moment) {
  if (moment == Clock::time_point::max()) return -1;
  const auto left = std::chrono::ceil<Milliseconds>(moment - Clock::now());
  return static_cast<int>(std::max(left, 0ms).count());
}

}  // namespace

void Interruption::check() {
  const auto stop = heeds_ ? interrupt_.stop() : std::nullopt;
  if (!stop) return;
  heeds_ = false;
  cancelling_.settle(interrupt_.deadline() - kToCleanUp);
  throw unanswered_ ? without_answer(*stop, backend_.serving_pid()) : Error(*stop);
}

void Interruption::pause(Milliseconds duration) {
  pollfd signal{interrupt_.descriptor(), POLLIN, 0};
  poll(&signal, 1, static_cast<int>(duration.count()));
  check();
}

bool Interruption::wait(int server, short events, bool listens, TimePoint until) const {
  const int signals = listens && heeds_ ? interrupt_.descriptor() : -1;
  std::array<pollfd, 2> watched{{{server, events, 0}, {signals, POLLIN, 0}}};
  poll(watched.data(), watched.size(), milliseconds_until(std::min(until, interrupt_.deadline())));
  return watched[1].revents != 0;
}

// Sets the error now: later, on a busy machine, runner may have no time to name the silent session.
bool Interruption::cancel(PGconn* connection) {
  if (const auto stop = interrupt_.stop())
    interrupt_.set_unanswered(without_answer(*stop, backend_.serving_pid()));
  if (breaks_off_) {
    unanswered_ = true;
    return false;
  }
  cancelling_.request(connection);
  return true;
}

bool Interruption::expire() {
  if (Clock::now() < interrupt_.deadline()) return false;
  unanswered_ = true;
  return true;
}

}  // namespace runner
