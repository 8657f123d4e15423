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

/// What a signal means to one session. It is thrown once; after that the session works on undisturbed, so
/// that it can be cleaned up, but only up to the interrupt's deadline.
class Interruption {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  Interruption(const Interrupt& interrupt, const Backend& backend)
      : interrupt_(interrupt), backend_(backend) {}

  /// Whether check() would throw.
  [[nodiscard]] bool pending() const noexcept { return heeds_ && interrupt_.pending(); }
  /// Throws Error(interrupted) or Error(terminated) when a signal has come; once.
  void check();
  /// Lets time pass, unless a signal comes.
  void pause(Milliseconds duration);
  /// What is true if the process has to end now; nothing: only that a signal has come.
  void set_unfinished(std::optional<Error> error) const { interrupt_.set_unfinished(std::move(error)); }
  /// A signal then ends a wait at once, and the connection: it is only there to help another.
  void break_off_when_interrupted() noexcept { breaks_off_ = true; }
  /// Whether a signal came, and the server did not answer in time after that.
  [[nodiscard]] bool unanswered() const noexcept { return unanswered_; }

  /// Waits for the server's socket, but no longer than to the deadline. True when a signal ended the wait,
  /// which it does only while it is listened to.
  [[nodiscard]] bool wait(int server, short events, bool listens, TimePoint until) const;
  /// Asks the server to stop what it runs. False when the connection is to be given up instead.
  [[nodiscard]] bool cancel(PGconn* connection);
  /// Whether the deadline is over: from then on nothing more is expected of the server.
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
