#pragma once

#include <string_view>

#include "catalog/index_leftovers.hpp"
#include "client/pipeline.hpp"
#include "migration/observer.hpp"
#include "store/history_writer.hpp"

namespace runner {

/// Runs a script without a transaction around it, statement by statement. How far it has come is
/// in the log at any time: together with what a statement does, unless the server refuses that one
/// in a transaction; then before and after it.
class OutsideRunner {
 public:
  OutsideRunner(Connection& connection, Pipeline& pipeline, const HistoryWriter& history, Observer& observer)
      : connection_(connection), pipeline_(pipeline), history_(history), observer_(observer) {}

  /// Runs what the step has not run yet. The progress is what is certain, also when it throws.
  void run(const Step& step, ScriptProgress& progress);

 private:
  void run_item(const Step& step, const ScriptStatement& item, const ScriptProgress& passed, bool& may_stay);
  void run_in_block(const Step& step, const ScriptStatement& item, const ScriptProgress& after);
  bool run_with_journal(const Step& step, const ScriptStatement& item, const ScriptProgress& after);
  void run_bare(const ScriptStatement& item);
  void write_down(const Step& step, const ScriptProgress& progress);
  void send_journal(const Step& step, const ScriptProgress& progress);
  void fire_deferred(const ScriptStatement& item);
  void send_as_ourselves(const Query& record, const Pipeline::Answered& answered);
  bool was_done_unheard(const Step& step, const ScriptStatement& item, std::size_t number);
  [[nodiscard]] Result ask_as_ourselves(const NamedQuery& named);
  void drop_leftovers(std::string_view sql, bool again);
  [[nodiscard]] std::vector<std::string> invalid_indexes(std::string_view sql, bool any_name);
  [[nodiscard]] Error with_leftovers(const Error& error, std::string_view sql);

  Connection& connection_;
  Pipeline& pipeline_;
  const HistoryWriter& history_;
  Observer& observer_;
};

}  // namespace runner
