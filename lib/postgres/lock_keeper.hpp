#pragma once

#include "connection.hpp"

namespace runner {

/// Holds the lock behind a pooler, where no session is ours from one transaction to the next: in a
/// transaction of a connection of its own, which stays open as long as the keeper lives.
class LockKeeper {
 public:
  /// Takes the lock; throws as take_lock() does.
  LockKeeper(Connection connection, Milliseconds limit, Observer& observer);
  ~LockKeeper();
  LockKeeper(const LockKeeper&) = delete;
  LockKeeper& operator=(const LockKeeper&) = delete;

  /// Fails on the server when the lock is not held any more. Belongs before every COMMIT, which is
  /// sent without waiting for the answer.
  [[nodiscard]] Query proof() const;
  /// What its answer means. Throws Error(unreachable) when the lock is lost.
  static void require_held(const Result& proof);

 private:
  bool try_lock();

  Connection connection_;
  std::vector<Parameter> transaction_;  // which one holds it: a later one may have the same backend
};

}  // namespace runner
