#pragma once

#include <chrono>
#include <optional>

#include "client/connection.hpp"
#include "plan/observer.hpp"
#include "session_look.hpp"

namespace runner {

/// Tells the observer what a long statement of a connection waits for, or how far it is: once a
/// second while runner waits for its answer, as long as the monitor lives. It looks from a second
/// connection, which it opens when there is something to look at, and not before. Without that, and
/// whatever goes wrong, it tells only how long it has been waited; it never throws.
/// A look keeps the watched connection waiting: at most two seconds to connect, and two to be answered.
/// Before each look it calls "before_looking", which may throw to the caller that waits.
class Monitor {
 public:
  Monitor(Connection& watched, const ConnectionParameters& parameters, const Interrupt& interrupt,
          Observer& observer, const std::function<void()>& before_looking = {});
  ~Monitor();
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;

  /// Who was in the way when the last look was taken, if that was just now: what a lock timeout or a
  /// deadlock has to be explained with.
  [[nodiscard]] std::optional<Blockage> last_blockage() const;

 private:
  using Clock = std::chrono::steady_clock;

  void look(const Wait& wait) noexcept;
  std::optional<Look> take_look();
  std::optional<Look> try_to_look() noexcept;
  void tell(const std::optional<Look>& look, const Wait& wait);
  void tell_progress(StatementProgress progress);

  Connection& watched_;
  ConnectionParameters parameters_;
  const Interrupt& interrupt_;
  Observer& observer_;
  std::optional<Connection> connection_;
  Clock::time_point not_before_;  // when a connection may be tried again
  std::optional<Blockage> last_blockage_;
  Clock::time_point blocked_at_;
  std::optional<StatementProgress> phase_began_;
};

}  // namespace runner
