#pragma once

#include <array>
#include <mutex>
#include <thread>

#include "interrupt.hpp"

namespace runner {

/// Ends the process when that does not end by itself in time: a call into the operating system or another
/// library may never return. Its thread sleeps until a signal comes or a limit is set.
class Watchdog {
 public:
  Watchdog(const Interrupt& interrupt, Interrupt::Report report);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  void set_unfinished(std::optional<Error> error);
  void set_unanswered(Error error);
  void set_limit(std::optional<TimeLimit> limit);
  void set_exit_code(int code);

 private:
  void watch();
  void sleep_until(Interrupt::TimePoint moment) const;
  void wake() const noexcept;
  [[nodiscard]] Interrupt::TimePoint end() const;
  [[nodiscard]] Error last_words() const;
  [[noreturn]] void end_process() const;

  const Interrupt& interrupt_;
  Interrupt::Report report_;
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
