#pragma once

#include <optional>

#include "callbacks.hpp"
#include "interruption.hpp"
#include "result.hpp"

namespace runner {

/// Shared by Connection, PipelineMode and copy_rows(), and used by nothing else. Waits for the server,
/// watches for signals meanwhile, and checks that libpq and the server are in step. The next answer reports a
/// lost connection.
class Wire {
 public:
  Wire(PGconn* handle, Interruption& interruption, const Callbacks& callbacks);
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  [[nodiscard]] PGconn* handle() const noexcept { return handle_; }
  [[nodiscard]] bool alive() const noexcept;

  /// Waits for the next piece of an answer; null at its end.
  [[nodiscard]] ResultHandle next();
  /// Waits for a whole answer, and returns the last piece or the first failure. A signal cancels the
  /// statement on the server; this does not throw.
  [[nodiscard]] Result last_result();
  /// The same, but throws after a signal.
  Result wait_for_result();
  /// Hands over what the operating system accepts at once. False when some is left. Hangs up on failure.
  bool hand_over();
  /// Hands over a whole slice of rows, after those already sent. False after a signal, or when the connection
  /// is lost.
  [[nodiscard]] bool flush(const Sending& before);

  /// Throws when a statement could not be sent.
  void require_sent(bool sent);
  /// Falls out of step unless libpq returned 1.
  void require_step(int taken);
  /// Hangs up, because answers can no longer be matched to statements.
  void fall_out_of_step();
  /// The error for a lost connection when no answer reports it.
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
