#pragma once

#include <string>
#include <vector>

#include "connection.hpp"

namespace runner {

/// The four tables of runner, in one schema; every name is written with its schema.
class HistoryTables {
 public:
  /// Asks for what is there: in the schema, or in the first of search_path for an empty name.
  [[nodiscard]] static Query query(const std::string& schema);

  /// Reads its answer; the schema is the one that was looked at. Throws Error(refused) for a table
  /// of one of our names that is not ours, with the difference.
  HistoryTables(const Result& answer, std::string quoted_schema);

  /// What creates those that are missing. The caller holds the lock.
  [[nodiscard]] std::vector<std::string> creation() const;
  /// They have been created.
  void created() noexcept { has_history_ = has_log_ = has_scripts_ = has_seeds_ = true; }

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

/// Why one of them could not be created.
[[nodiscard]] Error creation_error(const ServerReport& report);

}  // namespace runner
