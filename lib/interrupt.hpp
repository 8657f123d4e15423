#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "signals.hpp"
#include "watchdog.hpp"

namespace runner {

/// The signals, and what is said when the process has to end before its work has. One per process, made by
/// main. Two seconds after the first signal the process ends, whatever it is doing.
class Interrupt : public Signals {
 public:
  /// Without a report only waits that heed the interrupt end.
  explicit Interrupt(const Watchdog::Report& report = {})
      : watchdog_(report ? std::make_unique<Watchdog>(*this, report) : nullptr) {}

  /// What is true if the process has to end now; nothing: only that a signal has come.
  void set_unfinished(std::optional<Error> error) const {
    if (watchdog_) watchdog_->set_unfinished(std::move(error));
  }
  /// What to say if the process has to end while it waits for the answer to a cancel request.
  void set_unanswered(Error error) const {
    if (watchdog_) watchdog_->set_unanswered(std::move(error));
  }
  /// For work that runner can neither wait for nor break off.
  void set_limit(std::optional<TimeLimit> limit) const {
    if (watchdog_) watchdog_->set_limit(std::move(limit));
  }
  /// Main reports how it ends, and has nothing to do after that.
  void set_exit_code(int code) const {
    if (watchdog_) watchdog_->set_exit_code(code);
  }

 private:
  std::unique_ptr<Watchdog> watchdog_;
};

/// A limit for as long as it lives.
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
