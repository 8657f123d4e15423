#pragma once

#include <optional>

#include "callbacks.hpp"
#include "interruption.hpp"
#include "result.hpp"

namespace runner {

/// What Connection, PipelineMode and copy_rows() are made of, and nothing else uses: the waits for the
/// server, during which signals are looked at, and the check that libpq and the server are in step. A
/// connection that is lost is reported by the answer that is taken next.
class Wire {
 public:
  Wire(PGconn* handle, Interruption& interruption, const Callbacks& callbacks);
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  [[nodiscard]] PGconn* handle() const noexcept { return handle_; }
  [[nodiscard]] bool alive() const noexcept;

  /// Waits for the next piece of an answer; nothing is its end.
  [[nodiscard]] ResultHandle next();
  /// Waits for all of an answer, and keeps the last piece or the first failure. A signal cancels on the
  /// server and is not reported here.
  [[nodiscard]] Result last_result();
  /// The same, and throws when a signal has come.
  Result wait_for_result();
  /// Hands over what the operating system takes at once. False when some is left; hangs up when that fails.
  bool hand_over();
  /// Hands over all of a slice of rows, after so many others. False when a signal came, or the connection is
  /// gone.
  [[nodiscard]] bool flush(const Sending& before);

  /// Throws when a statement could not be sent.
  void require_sent(bool sent);
  /// Falls out of step unless libpq has taken the step.
  void require_step(int taken);
  /// Hangs up: no answer can be told from another any more.
  void fall_out_of_step();
  /// The error of a connection that has no answer to tell of it.
  [[nodiscard]] Error lost() const;

 private:
  using TimePoint = Interruption::TimePoint;

  void wait_until_readable();
  [[nodiscard]] bool wait_for_server(short events, bool listens, TimePoint until);
  void cancel();
  void hang_up();
  void begin_wait();
  void look_up(const std::optional<Sending>& sending = {});

  PGconn* handle_;
  Interruption& interruption_;
  const Callbacks& callbacks_;
  TimePoint wait_began_;
  TimePoint next_look_;
  bool out_of_step_ = false;
};

}  // namespace runner
