#pragma once

#include <string>

#include "files.hpp"
#include "process.hpp"

namespace runner::test {

/// A PostgreSQL server that a test may crash, because no other test uses it. Unlike the test server, it
/// keeps what it has committed.
class OwnServer {
 public:
  OwnServer();
  ~OwnServer();
  OwnServer(const OwnServer&) = delete;
  OwnServer& operator=(const OwnServer&) = delete;

  /// Stops it as "pg_ctl stop -m immediate" does: no session finishes, and the server makes no checkpoint.
  void strike_down();
  void start();
  /// Restarts it as a standby without a primary.
  void become_standby();
  /// From now on the server accepts only encrypted connections, which it does not support.
  void require_encryption();
  /// The URL of its database for the superuser.
  [[nodiscard]] std::string url() const { return url_; }
  [[nodiscard]] std::string url_of(const std::string& database) const;
  /// Creates another database and returns its name.
  [[nodiscard]] std::string new_database();

 private:
  void write(const std::string& file, const std::string& text) const;
  Outcome local_postgres(const std::string& command) const;

  TemporaryDirectory folder_;
  std::string url_;
  int databases_ = 0;
};

}  // namespace runner::test
