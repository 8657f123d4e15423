#pragma once

#include <chrono>
#include <optional>
#include <utility>

#include "backend.hpp"
#include "cancelling.hpp"
#include "error.hpp"
#include "interrupt.hpp"
#include "text/duration.hpp"

namespace runner {

/// How one session reacts to a signal. check() throws it once. After that the session still works, for
/// cleanup, but only until the interrupt's deadline.
class Interruption {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  Interruption(const Interrupt& interrupt, const Backend& backend)
      : interrupt_(interrupt), backend_(backend) {}

  /// Whether check() would throw.
  [[nodiscard]] bool pending() const noexcept { return heeds_ && interrupt_.pending(); }
  /// Throws Error(interrupted) or Error(terminated) after a signal, but only once.
  void check();
  /// Sleeps, or throws as check() does when a signal arrives.
  void pause(Milliseconds duration);
  /// Sets the error to report if the process must end now; nothing: report only the signal.
  void set_unfinished(std::optional<Error> error) const { interrupt_.set_unfinished(std::move(error)); }
  /// For a connection that only helps another one: a signal ends its wait and the connection at once.
  void break_off_when_interrupted() noexcept { breaks_off_ = true; }
  /// Whether the server did not answer in time after a signal.
  [[nodiscard]] bool unanswered() const noexcept { return unanswered_; }

  /// Waits for the server's socket until the given time or the deadline. True when a signal ended the wait. A
  /// signal does that only when listens is true.
  [[nodiscard]] bool wait(int server, short events, bool listens, TimePoint until) const;
  /// Asks the server to cancel the statement. False when the caller must drop the connection instead.
  [[nodiscard]] bool cancel(PGconn* connection);
  /// Whether the deadline is over. After it, runner expects nothing more from the server.
  [[nodiscard]] bool expire();

 private:
  const Interrupt& interrupt_;
  const Backend& backend_;
  Cancelling cancelling_;
  bool heeds_ = true;
  bool breaks_off_ = false;
  bool unanswered_ = false;
};

}  // namespace runner
