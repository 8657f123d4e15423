#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "commit_state.hpp"
#include "outside_runner.hpp"
#include "transaction.hpp"

namespace runner {

/// How the steps of a plan are to be run.
struct RunOptions {
  Milliseconds lock_timeout{0};             ///< where a script does not ask for its own
  std::size_t lock_retries = 0;             ///< how often a step is retried that waited so long for a lock
  bool one_transaction = false;             ///< all steps, or none of them
  bool durable = false;                     ///< every COMMIT waits for the disk
  const PooledLock* pooled_lock = nullptr;  ///< behind a pooler: nothing is committed without its lock
};

/// The step whose turn it is, from its begin until its COMMIT is answered.
struct CurrentStep {
  [[nodiscard]] Milliseconds elapsed() const;
  [[nodiscard]] std::optional<ScriptProgress> progress() const;

  const Step* step = nullptr;
  std::chrono::steady_clock::time_point started;
  std::optional<OutsideRunner> outside;  ///< when it runs without a transaction
  std::size_t retries = 0;               ///< of its transaction
  std::vector<Milliseconds> times;       ///< of the steps before it that share its transaction
};

/// Runs the steps of a plan, one after the other, and writes each into the history.
/// A transactional script runs in one transaction with its history row: both are there, or neither.
/// Such steps are sent ahead of their answers; the server skips what follows a failure. One that
/// another session kept from its locks gives way, and is retried a little later. The disk is waited
/// for before a script without a transaction, and at the end of the run, however that comes.
class StepRunner {
 public:
  StepRunner(Connection& connection, HistoryWriter history, Observer& observer, RunOptions options);
  StepRunner(const StepRunner&) = delete;
  StepRunner& operator=(const StepRunner&) = delete;

  /// Throws at the first step that fails: Error(failed) or Error(unreachable) when that step was
  /// undone, Error(in_doubt) when the client cannot know or when it is left half done.
  void run(std::span<const Step> steps);

  /// How many steps are done for certain: what failed is the one after them, unless all were to be
  /// one transaction.
  [[nodiscard]] std::size_t done() const noexcept { return steps_.done(); }
  /// Whether the connection was lost when a COMMIT was on its way or not yet on disk: more steps may be
  /// done, or fewer when the server went down.
  [[nodiscard]] bool commit_in_doubt() const noexcept { return commits_.doubt() != Doubt::none; }
  /// The step whose turn it was, when one failed.
  [[nodiscard]] const Step* current() const noexcept { return current_ ? current_->step : nullptr; }
  /// Whether something of that step may have stayed, since it runs without a transaction.
  [[nodiscard]] bool stays_half_done() const noexcept { return current_ && current_->outside; }

 private:
  void run_rest();
  void send_rest();
  void send_step(const Step& step);
  void send_settings(const Step& step);
  void send_commit(const Step& step, Durability durability);
  void run_outside(const Step& step);
  [[nodiscard]] Durability durability_of(const Step& step) const;
  [[nodiscard]] std::size_t tries_of(const Step& step) const;

  void begin(const Step& step);
  void committed(const Step& step, const Result& answer);
  void tell_unfinished() const;

  [[nodiscard]] Error abandoned(const Error& error);
  [[nodiscard]] Error in_doubt(Doubt doubt) const;
  [[nodiscard]] bool may_try_again(const Error& error) const;
  void try_again(const Error& error);
  [[nodiscard]] bool nothing_has_run() const;
  [[nodiscard]] Error fail(const Error& error);
  void roll_back(const std::optional<Query>& row);

  Connection& connection_;
  HistoryWriter history_;
  Observer& observer_;
  RunOptions options_;
  Pipeline pipeline_;
  RunSteps steps_;
  CommitState commits_;
  std::unique_ptr<Transaction> transaction_;
  std::optional<CurrentStep> current_;
};

}  // namespace runner
