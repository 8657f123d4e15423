#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "signals.hpp"

namespace runner {

/// When to end the process, and with which error, unless the process ends or the limit is lifted before.
struct TimeLimit {
  std::chrono::steady_clock::time_point at;
  Error error;
};

/// Ends the process when main does not end it in time: a call into the operating system or another library
/// may never return. The watchdog's thread sleeps until a signal arrives or a limit is set.
class Watchdog {
 public:
  /// Shows the error that ends the process. The watchdog's thread calls it, because main may be stuck.
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
  std::optional<int> exit_code_;  // set when main reports the end itself
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace runner
