#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "client/connection.hpp"

namespace runner {

/// Runner's own tables.
enum class OwnTable { history, log, scripts, seeds };

constexpr std::array<OwnTable, 4> kOwnTables{OwnTable::history, OwnTable::log, OwnTable::scripts,
                                             OwnTable::seeds};

/// Its name, without a schema.
[[nodiscard]] const char* name_of(OwnTable table) noexcept;

/// The oids of all four, as SQL lists them, in the schema that the setting runner.schema names.
[[nodiscard]] std::string own_oids();

/// Whether runner's tables can be used without running the code of another role: of their owner, or of
/// the role that has put a trigger, a default, a rule or the like on them. A superuser's code, and that of
/// the session's own role, may run.
class TableTrust {
 public:
  /// Asks about the tables in the schema that the setting runner.schema names.
  [[nodiscard]] static Query query();
  /// Reads its answer.
  TableTrust(const Result& answer, std::string quoted_schema);

  /// Whether findings() has to be asked: there is something on the tables that is not runner's.
  [[nodiscard]] bool doubtful() const noexcept { return doubtful_; }
  /// Lists whose code could run, for all of them.
  [[nodiscard]] Query findings() const;
  /// Throws Error(refused) for the first finding, with all of them.
  static void require_none(const Result& findings);

  /// Fails on the server when something was put on these tables since, or they are others. In the transaction
  /// that uses them, after their lock: from then on no other session can add anything.
  [[nodiscard]] Query guard(std::span<const OwnTable> tables) const;
  /// What its answer means. Throws Error(refused).
  static void require_unchanged(const Result& guard);

 private:
  [[nodiscard]] std::string names_of(std::span<const OwnTable> tables) const;

  std::string schema_;  // in quotes
  std::string owners_;  // that are trusted, as an array of oids
  bool doubtful_ = false;
};

/// Lists those of these tables, each as SQL spells it, of which reading could run the code of a role that is
/// not trusted: an index may call a function as soon as a statement with its table is planned. The owner
/// counts as well, because the owner may add an index at any time.
[[nodiscard]] Query tables_that_call_others(std::span<const std::string> relations);

}  // namespace runner
