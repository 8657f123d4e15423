#pragma once

#include "client/connection.hpp"
#include "plan/observer.hpp"

namespace runner {

/// Holds the lock behind a pooler, where no session is ours from one transaction to the next: in a
/// transaction of a connection of its own, which stays open as long as the pooled_lock lives.
class PooledLock {
 public:
  /// Takes the lock; throws as take_lock() does.
  PooledLock(Connection connection, Milliseconds limit, Observer& observer);
  ~PooledLock();
  PooledLock(const PooledLock&) = delete;
  PooledLock& operator=(const PooledLock&) = delete;

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
