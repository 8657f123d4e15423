#pragma once

#include <chrono>
#include <optional>

#include "client/connection.hpp"
#include "plan/observer.hpp"
#include "session_look.hpp"

namespace runner {

/// Reports to the observer what a connection's long statement waits for, or how far it is. As long as it
/// lives, it looks once a second while runner waits for the answer. It uses a second connection, which it
/// opens only when there is something to look at. If anything goes wrong with that, it reports only how long
/// runner has waited; it never throws. A look delays the watched connection: at most two seconds to connect,
/// and two for the answer. Before each look the monitor calls "before_looking", which may throw to the
/// waiting caller.
class Monitor {
 public:
  Monitor(Connection& watched, const ConnectionParameters& parameters, const Interrupt& interrupt,
          Observer& observer, const std::function<void()>& before_looking = {});
  ~Monitor();
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;

  /// Who blocked the statement at the last look, if that was just now. Explains a lock timeout or a deadlock.
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
  Clock::time_point not_before_;  // when the monitor may connect again
  std::optional<Blockage> last_blockage_;
  Clock::time_point blocked_at_;
  std::optional<StatementProgress> phase_began_;
};

}  // namespace runner
