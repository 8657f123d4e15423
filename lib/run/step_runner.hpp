#pragma once

#include <array>
#include <chrono>
#include <span>

#include "client/pipeline.hpp"
#include "pooled_backend.hpp"
#include "store/history_writer.hpp"
#include "store/pooled_lock.hpp"

namespace runner {

/// How the steps of a plan are to be run.
struct RunOptions {
  Milliseconds lock_timeout{0};             ///< where a script does not ask for its own
  std::size_t lock_retries = 0;             ///< how often a step is retried that waited so long for a lock
  bool one_transaction = false;             ///< all steps, or none of them
  bool durable = false;                     ///< every COMMIT waits for the disk
  const PooledLock* pooled_lock = nullptr;  ///< behind a pooler: nothing is committed without its lock
};

/// Runs the steps of a plan, one after the other, and writes each into the history.
/// A transactional script runs in one transaction with its history row: both are there, or neither.
/// Such steps are sent ahead of their answers; the server skips what follows a failure. One that
/// another session kept from its locks gives way, and is retried a little later. The disk is waited
/// for before a script without a transaction, and at the end of the run, however that comes.
class StepRunner {
 public:
  StepRunner(Connection& connection, HistoryWriter history, Observer& observer, RunOptions options);

  /// Throws at the first step that fails: Error(failed) or Error(unreachable) when that step was
  /// undone, Error(in_doubt) when the client cannot know or when it is left half done.
  void run(std::span<const Step> steps);

  /// How many steps are done for certain: what failed is the one after them, unless all were to be
  /// one transaction.
  [[nodiscard]] std::size_t done() const noexcept { return done_; }
  /// Whether the connection was lost when a COMMIT was on its way or not yet on disk: more steps may be
  /// done, or fewer when the server went down.
  [[nodiscard]] bool commit_in_doubt() const noexcept { return commit_in_doubt_; }
  /// The step whose turn it was, when one failed.
  [[nodiscard]] const Step* current() const noexcept { return current_; }
  /// Whether something of that step may have stayed, since it runs without a transaction.
  [[nodiscard]] bool stays_half_done() const noexcept { return progress_.has_value(); }

 private:
  void run_rest();
  void send_rest();
  void borrow_backend();
  void create_tables();
  void send_step(const Step& step);
  void send_items(const Step& step);
  void copy(const Step& step, const ScriptStatement& item, std::size_t number);
  void send_ending(const Step& step, const Query& record, Milliseconds lock_timeout, bool commits = true);
  void send_proof_of_lock();
  /// Whether a COMMIT answers when it is on disk, or does not wait for that.
  enum class Durability { on_disk, soon };
  void send_durability(Durability durability);
  void send_commit(const Step& step, Durability durability);
  [[nodiscard]] bool waits_for_disk(const Step& step) const;
  void run_outside(const Step& step);
  void send(std::string sql);

  void begin(const Step& step);
  void tell_statement(const Step& step, const ScriptStatement& item, std::size_t number);
  void committed(const Step& step, const Result& answer);
  void tell_unfinished() const;

  [[nodiscard]] Error abandoned(const Error& error);
  [[nodiscard]] bool may_try_again(const Error& error) const;
  void try_again(const Error& error);
  [[nodiscard]] bool nothing_has_run() const;
  [[nodiscard]] Error fail(const Error& error);
  void clean_up(const std::optional<Query>& record);
  void clean_up_pooled(const std::vector<Query>& last);
  [[nodiscard]] std::size_t retries_for(const Step& step) const;
  [[nodiscard]] Milliseconds elapsed() const;

  Connection& connection_;
  HistoryWriter history_;
  Observer& observer_;
  RunOptions options_;
  Pipeline pipeline_;
  std::optional<PooledBackend>
      pooled_backend_;  // behind a pooler, up to the next Sync outside of a transaction
  std::span<const Step> steps_;
  const Step* current_ = nullptr;
  std::optional<ScriptProgress> progress_;  // of the current step, when it runs without a transaction
  std::size_t done_ = 0;
  std::size_t retries_ = 0;  // of the step after those that are done
  std::size_t commits_on_their_way_ = 0;
  bool answers_early_ = false;    // the COMMIT that is answered next
  bool not_yet_on_disk_ = false;  // steps that are done
  bool commit_in_doubt_ = false;
  std::vector<Milliseconds> times_;  // of the steps that wait for the one COMMIT
  std::chrono::steady_clock::time_point started_;
};

}  // namespace runner
