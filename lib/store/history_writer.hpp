#pragma once

#include <vector>

#include "history_tables.hpp"
#include "plan/plan.hpp"
#include "script/mask.hpp"
#include "source/identity.hpp"

namespace runner {

/// Says how runner's tables are written. Each thing is one statement, to be sent by others.
class HistoryWriter {
 public:
  /// What the mask hides is never written.
  HistoryWriter(HistoryTables tables, Identity identity, Mask mask = {})
      : tables_(std::move(tables)), identity_(std::move(identity)), mask_(std::move(mask)) {}

  /// What creates the tables that are missing.
  [[nodiscard]] std::vector<std::string> creation() const { return tables_.creation(); }

  void created() noexcept { tables_.created(); }

  /// The table of the log, as SQL names it.
  [[nodiscard]] std::string log() const { return tables_.qualified(OwnTable::log); }

  /// What belongs before each of the following, in its transaction: it locks what is written, and fails when
  /// another role's code could run. The lock fails outside of a transaction, with kNotInTransaction.
  [[nodiscard]] std::vector<Query> before_done(const Step& step) const;
  [[nodiscard]] std::vector<Query> before_log() const;

  /// Writes down that the step is done. Belongs into the step's own transaction, which tells how
  /// long it took when nothing else does; one that other steps share with it counts from the last.
  [[nodiscard]] Query done(const Step& step, std::size_t tries, std::optional<Milliseconds> took = {},
                           const std::optional<ScriptProgress>& progress = {}) const;
  /// Writes down that the step failed; its transaction is over by then.
  [[nodiscard]] Query failed(const Step& step, std::size_t tries, const Error& error, Milliseconds took,
                             const std::optional<ScriptProgress>& progress) const;
  /// Writes down how far a script without a transaction has run.
  [[nodiscard]] Query progress(const Step& step, const ScriptProgress& progress) const;

 private:
  HistoryTables tables_;
  Identity identity_;
  Mask mask_;
};

}  // namespace runner
