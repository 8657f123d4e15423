#pragma once

#include <memory>
#include <string>

#include "files.hpp"
#include "process.hpp"

namespace runner::test {

/// A private PgBouncer in front of the server of the tests, in transaction mode: a client has a backend
/// only as long as its transaction lasts. Fails when the program is not installed.
class PgBouncer {
 public:
  /// How many backends it keeps for each database.
  static constexpr int kBackends = 3;

  /// With these lines at the end of its configuration.
  explicit PgBouncer(const std::string& settings = "");

  [[nodiscard]] int port() const noexcept { return port_; }
  /// The database through it, as the superuser, whatever the client calls itself.
  [[nodiscard]] std::string url_of(const std::string& database) const;

  void signal(int number) const { process_->signal(number); }
  /// Kills it, and starts another one at the same port; its connections are lost.
  void replace();

 private:
  void start();

  TemporaryDirectory folder_;
  int port_;
  std::unique_ptr<Process> process_;
};

}  // namespace runner::test
