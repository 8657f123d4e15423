#pragma once

#include <vector>

#include "history_tables.hpp"
#include "plan/plan.hpp"
#include "script/mask.hpp"
#include "source/identity.hpp"

namespace runner {

/// Builds the statements that write to runner's tables, one for each event. The caller sends them.
class HistoryWriter {
 public:
  /// The statements never contain what the mask hides.
  HistoryWriter(HistoryTables tables, Identity identity, Mask mask = {})
      : tables_(std::move(tables)), identity_(std::move(identity)), mask_(std::move(mask)) {}

  /// Statements that create missing tables and add missing columns.
  [[nodiscard]] std::vector<std::string> creation() const { return tables_.creation(); }

  void created() noexcept { tables_.created(); }

  /// The log's table name for SQL, with its schema.
  [[nodiscard]] std::string log() const { return tables_.qualified(OwnTable::log); }

  /// Queries to send before those below, in the same transaction. They lock the tables, and fail when another
  /// role's code could run. Outside a transaction the lock fails with kNotInTransaction.
  [[nodiscard]] std::vector<Query> before_done(const Step& step) const;
  [[nodiscard]] std::vector<Query> before_log() const;

  /// Records that the step is done. Send it in the step's transaction. Without "took" the server measures the
  /// time since that transaction began, or since the last step that shared it.
  [[nodiscard]] Query done(const Step& step, std::size_t tries, std::optional<Milliseconds> took = {},
                           const std::optional<ScriptProgress>& progress = {}) const;
  /// Records that the step failed. Send it after the step's transaction has ended.
  [[nodiscard]] Query failed(const Step& step, std::size_t tries, const Error& error, Milliseconds took,
                             const std::optional<ScriptProgress>& progress) const;
  /// Records how far a script without a transaction has run.
  [[nodiscard]] Query progress(const Step& step, const ScriptProgress& progress) const;

 private:
  HistoryTables tables_;
  Identity identity_;
  Mask mask_;
};

}  // namespace runner
