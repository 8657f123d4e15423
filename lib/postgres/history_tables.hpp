#pragma once

#include <string>

#include "connection.hpp"

namespace runner {

/// The four tables of runner, in one schema; every name is written with its schema.
class HistoryTables {
 public:
  /// Looks at what is there, and writes nothing. Throws Error(refused) for a table of one of our
  /// names that is not ours, with the difference.
  HistoryTables(Connection& connection, const std::string& schema);

  /// Creates what is missing. The caller holds the lock.
  void create_missing(Connection& connection);

  [[nodiscard]] bool has_history() const noexcept { return has_history_; }
  [[nodiscard]] bool has_log() const noexcept { return has_log_; }
  [[nodiscard]] bool has_scripts() const noexcept { return has_scripts_; }
  [[nodiscard]] bool has_seeds() const noexcept { return has_seeds_; }

  [[nodiscard]] std::string history() const { return schema_ + ".migration_history"; }
  [[nodiscard]] std::string log() const { return schema_ + ".migration_log"; }
  [[nodiscard]] std::string scripts() const { return schema_ + ".migration_scripts"; }
  [[nodiscard]] std::string seeds() const { return schema_ + ".seed_history"; }

 private:
  std::string schema_;  // in quotes
  bool has_history_ = false;
  bool has_log_ = false;
  bool has_scripts_ = false;
  bool has_seeds_ = false;
};

}  // namespace runner
