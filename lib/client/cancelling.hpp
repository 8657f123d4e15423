#pragma once

#include <chrono>
#include <future>

#include "handles.hpp"

namespace runner {

/// Asks the server to cancel a session's statement. Each request has its own thread, because libpq blocks on
/// a server that may never answer.
class Cancelling {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// Sends a request, unless the previous one is still being sent.
  void request(PGconn* connection);
  /// Waits until the request has reached the server, but no longer than until this moment. A late request
  /// would cancel the next statement.
  void settle(TimePoint until);

 private:
  std::future<void> on_its_way_;
};

}  // namespace runner
