#pragma once

#include "history_store.hpp"

namespace runner {

/// Runs the steps of a plan, one after the other, and writes each into the history.
/// A transactional script runs in one transaction with its history row: both are there, or neither.
class StepRunner {
 public:
  StepRunner(Connection& connection, const HistoryStore& store, Observer& observer,
             Milliseconds lock_timeout);

  /// Throws at the first step that fails: Error(failed) or Error(unreachable) when that step was
  /// undone, Error(in_doubt) when nobody can know or when it is left half done.
  void run(const Step& step);

 private:
  void run_in_transaction(const Step& step);
  void run_outside(const Step& step, Progress& progress);
  void log_progress(const Step& step, const Progress& progress);
  void start_with_equal_settings(const Step& step);
  void run_item(const Step& step, const ScriptItem& item, std::size_t number);
  void require_open_transaction(const ScriptItem& item);
  void check_deferred_constraints();
  void restore_session();
  void commit(const Step& step);
  void abandon(const Step& step, const Error& error, const std::optional<Progress>& progress);
  [[nodiscard]] Milliseconds elapsed() const;

  Connection& connection_;
  const HistoryStore& store_;
  Observer& observer_;
  Milliseconds lock_timeout_;
  std::chrono::steady_clock::time_point started_;
};

}  // namespace runner
