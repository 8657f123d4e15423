#pragma once

#include <string>

#include "support/files.hpp"
#include "support/process.hpp"

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
  /// Its database, as the superuser.
  [[nodiscard]] std::string url() const;

 private:
  Outcome local_postgres(const std::string& command) const;

  TemporaryDirectory folder_;
};

}  // namespace runner::test
