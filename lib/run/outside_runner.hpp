#pragma once

#include <string_view>

#include "catalog/index_leftovers.hpp"
#include "client/pipeline.hpp"
#include "plan/observer.hpp"
#include "store/history_writer.hpp"
#include "way_to_run.hpp"

namespace runner {

/// Runs a step's script statement by statement, without a transaction around it. The log always holds the
/// progress: it is written together with each statement's effect. If the server refuses the statement in a
/// transaction, the log is written before and after it.
class OutsideRunner {
 public:
  OutsideRunner(Connection& connection, Pipeline& pipeline, const HistoryWriter& history, Observer& observer,
                const Step& step)
      : connection_(connection), pipeline_(pipeline), history_(history), observer_(observer), step_(step) {}

  /// Runs what the step has not run yet.
  void run();
  /// What has certainly run. Also valid after run() has thrown.
  [[nodiscard]] const ScriptProgress& progress() const noexcept { return certain_; }

 private:
  void pass(const ScriptStatement& item);
  void run_item(const ScriptStatement& item);
  [[nodiscard]] bool run_as(Way way, const ScriptStatement& item);
  void run_in_block(const ScriptStatement& item);
  void commit_block(const ScriptStatement& item);
  [[nodiscard]] bool run_with_journal(const ScriptStatement& item);
  void run_alone(const ScriptStatement& item);
  void run_bare(const ScriptStatement& item);
  void write_down();
  [[nodiscard]] Query journal() const;
  void send_journal(const Query& row, const Pipeline::Answered& answered);
  void fire_deferred(const ScriptStatement& item);
  [[nodiscard]] bool was_done_unheard(const ScriptStatement& item);
  [[nodiscard]] Result ask_as_ourselves(const NamedQuery& named);
  void drop_leftovers(std::string_view sql, bool again);
  [[nodiscard]] std::vector<std::string> invalid_indexes(std::string_view sql, bool any_name);
  [[nodiscard]] Error with_leftovers(const Error& error, std::string_view sql);

  Connection& connection_;
  Pipeline& pipeline_;
  const HistoryWriter& history_;
  Observer& observer_;
  const Step& step_;
  ScriptProgress reached_;  // up to and including the current statement
  ScriptProgress certain_;
};

}  // namespace runner
