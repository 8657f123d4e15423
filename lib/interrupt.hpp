#pragma once

namespace runner {

/// Turns SIGINT, SIGTERM and SIGHUP, unless nohup has that ignored, into something that a wait can look
/// at. One per process, made by main. The first signal asks to stop; a second one, other than SIGHUP, ends
/// the process at once.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Becomes readable when a signal has come, and stays so.
  [[nodiscard]] int descriptor() const noexcept;

  [[nodiscard]] bool pending() const noexcept;
  /// Throws Error(interrupted) or Error(terminated) when a signal has come.
  void check() const;
};

}  // namespace runner
