#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/pipeline.hpp"
#include "durability.hpp"
#include "run_steps.hpp"
#include "store/history_writer.hpp"
#include "store/pooled_lock.hpp"

namespace runner {

/// What the transactions of a run use.
struct RunParts {
  Connection& connection;
  Pipeline& pipeline;
  HistoryWriter& history;
  const RunSteps& steps;
};

/// The transactions of a run: one for each step, or one for all. Sends the statements around the scripts
/// without waiting for answers. Every step finds the session as the first one did. The caller sends COMMIT
/// and checks its answer.
class Transaction {
 public:
  explicit Transaction(const RunParts& run) : run_(run) {}
  virtual ~Transaction() = default;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Call it first, each time before steps are sent. Also creates the missing tables.
  void open(Durability durability);
  /// Begins the transaction, unless an earlier step has begun it.
  void begin(const Step& step);
  /// Call it after the script. Runs what the script deferred to the COMMIT, if COMMIT is next.
  void check_deferred(const Step& step);
  /// Restores the session and writes the row of a done step. Waits at most this long for its locks.
  void record(const Step& step, const Query& row, Milliseconds lock_timeout);
  /// Call it after an error. Rolls back, restores the session, and runs these statements, if any, in their
  /// own transaction. Ignores errors: the first failure is already known, and a lost connection undoes
  /// everything.
  void roll_back(const std::vector<Query>& last);

 protected:
  const RunParts run_;

 private:
  // These differ between runner's own session and a pooler's.
  virtual void open_session() = 0;
  [[nodiscard]] virtual bool keeps_names() const noexcept = 0;
  [[nodiscard]] virtual std::vector<std::string> restoring() const = 0;
  [[nodiscard]] virtual std::vector<std::string> forgetting() const = 0;
  [[nodiscard]] virtual std::vector<std::string> after_recording() const = 0;
  virtual void prove_lock() = 0;
  virtual void clean_up(const std::vector<Query>& last) = 0;

  void create_tables(Durability durability);
};

/// Without a lock, runner's own session. With one, a backend that a pooler lends up to the next Sync outside
/// of a transaction, and that other clients use afterwards.
[[nodiscard]] std::unique_ptr<Transaction> transaction_of(const RunParts& run, const PooledLock* lock);

}  // namespace runner
