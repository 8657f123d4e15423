#pragma once

#include <string>

#include "files.hpp"
#include "process.hpp"

namespace runner::test {

/// A PostgreSQL that may be struck down, since nobody else uses it. Unlike the server of the other
/// tests it keeps what it has committed.
class OwnServer {
 public:
  OwnServer();
  ~OwnServer();
  OwnServer(const OwnServer&) = delete;
  OwnServer& operator=(const OwnServer&) = delete;

  /// Stops it as "pg_ctl stop -m immediate" does: no session ends its work, and no checkpoint is made.
  void strike_down();
  void start();
  /// Starts it again as a standby, which follows nobody.
  void become_standby();
  /// Lets nobody in any more but by an encrypted connection, which it has none of.
  void require_encryption();
  /// Its database, as the superuser.
  [[nodiscard]] std::string url() const { return url_; }
  [[nodiscard]] std::string url_of(const std::string& database) const;
  /// Makes one more database: its name.
  [[nodiscard]] std::string new_database();

 private:
  void write(const std::string& file, const std::string& text) const;
  Outcome local_postgres(const std::string& command) const;

  TemporaryDirectory folder_;
  std::string url_;
  int databases_ = 0;
};

}  // namespace runner::test
