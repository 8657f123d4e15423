#pragma once

#include <chrono>
#include <optional>

#include "error.hpp"

namespace runner {

/// Turns SIGINT, SIGTERM and SIGHUP, unless nohup has that ignored, into something that a wait can
/// heed. One per process. The first signal asks to stop; a second one, other than SIGHUP, ends the process
/// at once.
class Signals {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

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
};

}  // namespace runner
