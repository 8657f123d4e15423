#pragma once

#include "client/connection.hpp"
#include "plan/observer.hpp"

namespace runner {

/// Holds the lock behind a pooler, which may change the session after each transaction. A separate connection
/// holds it in a transaction that stays open as long as the PooledLock lives.
class PooledLock {
 public:
  /// Takes the lock; throws as take_lock() does.
  PooledLock(Connection connection, Milliseconds limit, Observer& observer);
  ~PooledLock();
  PooledLock(const PooledLock&) = delete;
  PooledLock& operator=(const PooledLock&) = delete;

  /// A query that fails on the server when the lock is lost. Send it before every COMMIT. Runner sends the
  /// COMMIT without waiting for this answer.
  [[nodiscard]] Query proof() const;
  /// Reads the answer to proof(). Throws Error(unreachable) when the lock is lost.
  static void require_held(const Result& proof);

 private:
  bool try_lock();

  Connection connection_;
  std::vector<Parameter> transaction_;  // pid and virtual id: a later transaction may have the same pid
};

}  // namespace runner
