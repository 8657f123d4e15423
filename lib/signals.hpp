#pragma once

#include <chrono>
#include <optional>

#include "error.hpp"

namespace runner {

/// Turns SIGINT, SIGTERM and SIGHUP into an event that a wait can watch. Leaves SIGHUP ignored if nohup did
/// that. One per process. The first signal asks runner to stop. A second one, other than SIGHUP, ends the
/// process at once.
class Signals {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// Becomes readable when a signal arrives, and stays readable.
  [[nodiscard]] int descriptor() const noexcept;

  [[nodiscard]] bool pending() const noexcept;
  /// Error(interrupted) or Error(terminated) after a signal.
  [[nodiscard]] std::optional<Error> stop() const;
  /// Throws the error of stop(), if any.
  void check() const;
  /// When every wait must end, so that time is left to report the state. TimePoint::max() before a signal.
  [[nodiscard]] TimePoint deadline() const noexcept;
};

}  // namespace runner
