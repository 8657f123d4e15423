#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "error.hpp"

namespace runner {

class Watchdog;

/// An error to end the process with, unless it has ended by itself until then.
struct TimeLimit {
  std::chrono::steady_clock::time_point at;
  Error error;
};

/// Turns SIGINT, SIGTERM and SIGHUP, unless nohup has that ignored, into something that a wait can look
/// at. One per process, made by main. The first signal asks to stop; a second one, other than SIGHUP, ends
/// the process at once. Two seconds after the first the process ends, whatever it is doing.
class Interrupt {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  /// Shows the error with which the process ends. Called by a thread of its own: main may be stuck anywhere.
  using Report = std::function<void(const Error&)>;

  /// Without a report only waits that look at the interrupt end.
  explicit Interrupt(const Report& report = {});
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Becomes readable when a signal has come, and stays so.
  [[nodiscard]] int descriptor() const noexcept;

  [[nodiscard]] bool pending() const noexcept;
  /// Error(interrupted) or Error(terminated) when a signal has come.
  [[nodiscard]] std::optional<Error> stop() const;
  /// Throws it.
  void check() const;
  /// When every wait has to be over, so that there is time left to say how things are: never, before a
  /// signal has come.
  [[nodiscard]] TimePoint deadline() const noexcept;

  /// What is true if the process has to end now; nothing: only that a signal has come.
  void set_unfinished(std::optional<Error> error) const;
  /// What to say if the process has to end while it waits for the answer to a cancel request.
  void set_unanswered(Error error) const;
  /// For work that runner can neither wait for nor break off.
  void set_limit(std::optional<TimeLimit> limit) const;
  /// Main reports how it ends, and has nothing to do after that.
  void set_exit_code(int code) const;

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
