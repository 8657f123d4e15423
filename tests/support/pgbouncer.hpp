#pragma once

#include <memory>
#include <string>

#include "files.hpp"
#include "process.hpp"

namespace runner::test {

/// A private PgBouncer for the test server, in transaction mode: a client has a backend only during a
/// transaction. Throws when the program is not installed.
class PgBouncer {
 public:
  /// How many backends it keeps for each database.
  static constexpr int kBackends = 3;

  /// Appends these lines to its configuration.
  explicit PgBouncer(const std::string& settings = "");

  [[nodiscard]] int port() const noexcept { return port_; }
  /// The URL of a database through PgBouncer, for the superuser, whatever user name the client sends.
  [[nodiscard]] std::string url_of(const std::string& database) const;

  void signal(int number) const { process_->signal(number); }
  /// Kills it, which ends all connections, and starts another one at the same port.
  void replace();

 private:
  void start();

  TemporaryDirectory folder_;
  int port_;
  std::unique_ptr<Process> process_;
};

}  // namespace runner::test
