#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "server_report.hpp"
#include "text/duration.hpp"

namespace runner {

/// How much of the rows of a COPY has been handed over.
struct Sending {
  std::size_t sent = 0;
  std::size_t total = 0;
};

/// A wait for the server that is not over.
struct Wait {
  Milliseconds lasted{0};
  std::optional<Sending> sending;  ///< nothing when it is for an answer
};

/// What a connection tells; at first it calls nothing.
struct Callbacks {
  /// Is called with what the server says while a statement runs.
  std::function<void(const ServerNotice&)> notice;
  /// Is called once a second while the connection waits for an answer or sends rows. It must not use this
  /// connection; what it throws ends the wait.
  std::function<void(const Wait&)> while_waiting;
};

}  // namespace runner
