#pragma once

#include <string>
#include <vector>

#include "server.hpp"

namespace runner::test {

/// A statement that the server ran.
struct LoggedStatement {
  std::string session;  ///< its pid
  std::string text;
};

/// What the server of the tests logs of every session that connects to a database from now on.
class ServerLog {
 public:
  explicit ServerLog(TemporaryDatabase& database);

  /// All that was written to it.
  [[nodiscard]] std::string text();
  /// The statements that were logged, in order; of a message with several, each for itself.
  [[nodiscard]] std::vector<LoggedStatement> statements();

 private:
  TemporaryDatabase& database_;
  std::string begin_;
};

}  // namespace runner::test
