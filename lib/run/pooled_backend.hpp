#pragma once

#include <string>
#include <vector>

#include "client/connection.hpp"

namespace runner {

/// A backend that a pooler lends until the transactions sent to it end. Other clients use it afterwards, and
/// must find there what was there before.
class PooledBackend {
 public:
  /// Reads the backend's session state. Call it before any script statement runs on the backend, under the
  /// session's own search_path.
  [[nodiscard]] static Query query();
  /// Takes the answer to query(), which must be a success.
  explicit PooledBackend(const Result& answer);

  [[nodiscard]] int pid() const noexcept { return pid_; }
  /// Restores role and settings as they were. The server's defaults would be wrong, because the pooler may
  /// have set some itself.
  [[nodiscard]] std::vector<std::string> restoring_statements() const;
  /// Drops the objects that a script left in the session, and spares those of other clients. Run under
  /// kOwnPath.
  [[nodiscard]] std::vector<std::string> forgetting_statements() const;
  /// Rolls back, then drops what outlives a rollback: prepared statements and session locks.
  [[nodiscard]] std::string forget_after_rollback() const;

 private:
  int pid_;
  std::string restoration_;  // a list of set_config calls
  std::string forgetting_;
};

}  // namespace runner
