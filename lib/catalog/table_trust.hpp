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

/// The table's name, without a schema.
[[nodiscard]] const char* name_of(OwnTable table) noexcept;

/// An SQL list of the oids of all four tables, in the schema that the setting runner.schema names.
[[nodiscard]] std::string own_oids();

/// Checks whether runner can use its tables without running another role's code: that of their owner, or of a
/// role that has put a trigger, a default, a rule or the like on them. The code of a superuser and of the
/// session's own role may run.
class TableTrust {
 public:
  /// A query about the tables in the schema that the setting runner.schema names.
  [[nodiscard]] static Query query();
  /// Reads the answer to query().
  TableTrust(const Result& answer, std::string quoted_schema);

  /// Whether the tables have something on them that is not runner's. The caller must then run findings().
  [[nodiscard]] bool doubtful() const noexcept { return doubtful_; }
  /// Lists for all four tables whose code could run.
  [[nodiscard]] Query findings() const;
  /// Throws Error(refused) for the first finding; the detail lists the others.
  static void require_none(const Result& findings);

  /// A query that fails on the server if these tables were changed or replaced since query(). Send it in the
  /// transaction that uses them, after their lock: from then on no other session can add anything.
  [[nodiscard]] Query guard(std::span<const OwnTable> tables) const;
  /// Reads the answer to guard(). Throws Error(refused) when the tables have changed.
  static void require_unchanged(const Result& guard);

 private:
  [[nodiscard]] std::string names_of(std::span<const OwnTable> tables) const;

  std::string schema_;  // quoted for SQL
  std::string owners_;  // oids of the owners, with commas; trusted unless doubtful_
  bool doubtful_ = false;
};

/// Lists the tables, each as SQL spells it, where reading could run the code of an untrusted role: an index
/// may call a function as soon as the server plans a statement with its table. Includes tables with an
/// untrusted owner, because the owner may add an index at any time.
[[nodiscard]] Query tables_that_call_others(std::span<const std::string> relations);

}  // namespace runner
