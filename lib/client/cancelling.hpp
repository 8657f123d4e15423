#pragma once

#include <chrono>
#include <future>

#include "handles.hpp"

namespace runner {

/// Asks the server to stop what a session runs. Each request is sent by a thread of its own: libpq waits
/// for a server that may never answer.
class Cancelling {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// Sends a request, unless one is still on its way.
  void request(PGconn* connection);
  /// Waits until the request has reached the server, at most until the moment: later it would stop what is
  /// sent next.
  void settle(TimePoint until);

 private:
  std::future<void> on_its_way_;
};

}  // namespace runner
