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

/// How to run the steps of a plan.
struct RunOptions {
  Milliseconds lock_timeout{0};             ///< for a script without its own
  std::size_t lock_retries = 0;             ///< retries of a step after a lock conflict
  bool one_transaction = false;             ///< all steps, or none of them
  bool durable = false;                     ///< every COMMIT waits for the disk
  const PooledLock* pooled_lock = nullptr;  ///< behind a pooler: no COMMIT without this lock
};

/// The current step, from its begin until the server answers its COMMIT.
struct CurrentStep {
  [[nodiscard]] Milliseconds elapsed() const { return elapsed_since(started); }
  [[nodiscard]] std::optional<ScriptProgress> progress() const;

  const Step* step = nullptr;
  std::chrono::steady_clock::time_point started;
  std::optional<OutsideRunner> outside;  ///< set when it runs without a transaction
  std::size_t retries = 0;               ///< of its transaction
  std::vector<Milliseconds> times;       ///< of the steps before it that share its transaction
};

/// Runs the steps of a plan in order, and writes each into the history.
/// A transactional script runs in one transaction with its history row: both are committed, or neither. These
/// steps are sent without waiting for answers, and the server skips what follows a failure. When another
/// session keeps a step from its locks, runner undoes the step and retries it a little later. runner waits
/// for the disk before a script without a transaction, and at the end of the run, even after a failure.
class StepRunner {
 public:
  StepRunner(Connection& connection, HistoryWriter history, Observer& observer, RunOptions options);
  StepRunner(const StepRunner&) = delete;
  StepRunner& operator=(const StepRunner&) = delete;

  /// Throws at the first step that fails: Error(failed) or Error(unreachable) when the step was undone,
  /// Error(in_doubt) when runner cannot know the outcome or the step is left half done.
  void run(std::span<const Step> steps);

  /// How many steps are certainly done. The failed step is the one after them, unless all steps share one
  /// transaction.
  [[nodiscard]] std::size_t done() const noexcept { return steps_.done(); }
  /// Whether the connection was lost while a COMMIT was unanswered or not yet on disk. More steps may be done
  /// than done() says, or fewer if the server went down.
  [[nodiscard]] bool commit_in_doubt() const noexcept { return commits_.doubt() != Doubt::none; }
  /// The step that was current when the run failed.
  [[nodiscard]] const Step* current() const noexcept { return current_ ? current_->step : nullptr; }
  /// Whether part of that step may remain, because it runs without a transaction.
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
