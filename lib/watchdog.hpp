#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "signals.hpp"

namespace runner {

/// An error to end the process with, unless it has ended by itself until then.
struct TimeLimit {
  std::chrono::steady_clock::time_point at;
  Error error;
};

/// Ends the process when that does not end by itself in time: a call into the operating system or another
/// library may never return. Its thread sleeps until a signal comes or a limit is set.
class Watchdog {
 public:
  /// Shows the error with which the process ends. Called by a thread of its own: main may be stuck anywhere.
  using Report = std::function<void(const Error&)>;

  Watchdog(const Signals& signals, Report report);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  void set_unfinished(std::optional<Error> error);
  void set_unanswered(Error error);
  void set_limit(std::optional<TimeLimit> limit);
  void set_exit_code(int code);

 private:
  void watch();
  void sleep_until(Signals::TimePoint moment) const;
  void wake() const noexcept;
  [[nodiscard]] Signals::TimePoint end() const;
  [[nodiscard]] Error last_words() const;
  [[noreturn]] void end_process() const;

  const Signals& signals_;
  Report report_;
  std::array<int, 2> wake_{-1, -1};
  mutable std::mutex mutex_;
  std::optional<Error> unfinished_;
  std::optional<Error> unanswered_;
  std::optional<TimeLimit> limit_;
  std::optional<int> exit_code_;  // once main has reported
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace runner
