#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "server_report.hpp"
#include "text/duration.hpp"

namespace runner {

/// How many bytes of the rows of a COPY are handed over to libpq.
struct Sending {
  std::size_t sent = 0;
  std::size_t total = 0;
};

/// An unfinished wait for the server.
struct Wait {
  Milliseconds lasted{0};
  std::optional<Sending> sending;  ///< nothing while waiting for an answer
};

/// The functions that a connection calls. By default it calls none.
struct Callbacks {
  /// Called with each notice that the server sends while a statement runs.
  std::function<void(const ServerNotice&)> notice;
  /// Called once a second while the connection waits for an answer or sends rows. It must not use this
  /// connection. An exception from it ends the wait.
  std::function<void(const Wait&)> while_waiting;
};

}  // namespace runner
