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

/// What the test server logs for every session that connects to a database from now on.
class ServerLog {
 public:
  explicit ServerLog(TemporaryDatabase& database);

  /// Everything that the server has logged since then.
  [[nodiscard]] std::string text();
  /// The logged statements, in order. A message with several statements is split.
  [[nodiscard]] std::vector<LoggedStatement> statements();

 private:
  TemporaryDatabase& database_;
  std::string begin_;
};

}  // namespace runner::test
