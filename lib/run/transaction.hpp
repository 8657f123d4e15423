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

/// What the transactions of a run work with.
struct RunParts {
  Connection& connection;
  Pipeline& pipeline;
  HistoryWriter& history;
  const RunSteps& steps;
};

/// The transactions of a run, one for each step or one for all of them. Sends what belongs around the
/// scripts, ahead of the answers, so that every step finds the session as the first one did. The caller sends
/// COMMIT and looks at its answer.
class Transaction {
 public:
  explicit Transaction(const RunParts& run) : run_(run) {}
  virtual ~Transaction() = default;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Comes first, each time that steps are sent. Also creates the tables that are missing.
  void open(Durability durability);
  /// Begins it, unless it has begun with an earlier step.
  void begin(const Step& step);
  /// Comes after the script: when its COMMIT is next, fires what was deferred to it.
  void check_deferred(const Step& step);
  /// Restores the session and writes the row of a step that is done; waits at most this long for its locks.
  void record(const Step& step, const Query& row, Milliseconds lock_timeout);
  /// Comes after an error: rolls back, puts the session back as it was, and runs these statements, if any, in
  /// a transaction of their own. Best effort: what failed is already known, and a lost connection has undone
  /// everything by itself.
  void roll_back(const std::vector<Query>& last);

 protected:
  const RunParts run_;

 private:
  // What depends on whose session it is.
  virtual void open_session() = 0;
  [[nodiscard]] virtual bool keeps_names() const noexcept = 0;
  [[nodiscard]] virtual std::vector<std::string> restoring() const = 0;
  [[nodiscard]] virtual std::vector<std::string> forgetting() const = 0;
  [[nodiscard]] virtual std::vector<std::string> after_recording() const = 0;
  virtual void prove_lock() = 0;
  virtual void clean_up(const std::vector<Query>& last) = 0;

  void create_tables(Durability durability);
};

/// In a session of runner's own; or with a lock, in what a pooler lends: one backend, up to the next Sync
/// outside of a transaction, which others use afterwards.
[[nodiscard]] std::unique_ptr<Transaction> transaction_of(const RunParts& run, const PooledLock* lock);

}  // namespace runner
