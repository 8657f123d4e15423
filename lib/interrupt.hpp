#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "signals.hpp"
#include "watchdog.hpp"

namespace runner {

/// The signals, and the error to report when the process must end before its work is done. main creates the
/// only one. Two seconds after the first signal the process ends, whatever it is doing.
class Interrupt : public Signals {
 public:
  /// Without a report, a signal ends only the waits that check for it.
  explicit Interrupt(const Watchdog::Report& report = {})
      : watchdog_(report ? std::make_unique<Watchdog>(*this, report) : nullptr) {}

  /// Sets the error to report if the process must end now; nothing: report only the signal.
  void set_unfinished(std::optional<Error> error) const {
    if (watchdog_) watchdog_->set_unfinished(std::move(error));
  }
  /// Sets the error to report if the process must end while it waits for the answer to a cancel request.
  void set_unanswered(Error error) const {
    if (watchdog_) watchdog_->set_unanswered(std::move(error));
  }
  /// Sets a time limit for work that runner can neither poll nor interrupt.
  void set_limit(std::optional<TimeLimit> limit) const {
    if (watchdog_) watchdog_->set_limit(std::move(limit));
  }
  /// Sets the exit code when main itself reports the end; the watchdog then reports nothing.
  void set_exit_code(int code) const {
    if (watchdog_) watchdog_->set_exit_code(code);
  }

 private:
  std::unique_ptr<Watchdog> watchdog_;
};

/// Sets a limit for as long as the object lives.
class WithinLimit {
 public:
  WithinLimit(const Interrupt& interrupt, TimeLimit limit) : interrupt_(interrupt) {
    interrupt_.set_limit(std::move(limit));
  }
  ~WithinLimit() { interrupt_.set_limit({}); }
  WithinLimit(const WithinLimit&) = delete;
  WithinLimit& operator=(const WithinLimit&) = delete;

 private:
  const Interrupt& interrupt_;
};

}  // namespace runner
