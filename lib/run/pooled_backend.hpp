#pragma once

#include <string>
#include <vector>

#include "client/connection.hpp"

namespace runner {

/// A backend that a pooler lends until the transactions sent to it end. Others use it afterwards:
/// what they find there must be what was there before.
class PooledBackend {
 public:
  /// Asks the backend what it holds; before anything of a script has run on it, and under its own
  /// search_path.
  [[nodiscard]] static Query query();
  /// Reads its answer, which has to be a success.
  explicit PooledBackend(const Result& answer);

  [[nodiscard]] int pid() const noexcept { return pid_; }
  /// What puts role and settings back as they were; not as the server would have them at first,
  /// since the pooler may have set some on its own.
  [[nodiscard]] std::vector<std::string> restoring_statements() const;
  /// What drops the objects that a script has left in the session, and spares those of others. Under
  /// kOwnPath.
  [[nodiscard]] std::vector<std::string> forgetting_statements() const;
  /// The same when its transaction was rolled back, which leaves prepared statements and session locks.
  [[nodiscard]] std::string forget_after_rollback() const;

 private:
  int pid_;
  std::string restoration_;  // calls of set_config, as a list
  std::string forgetting_;
};

}  // namespace runner
