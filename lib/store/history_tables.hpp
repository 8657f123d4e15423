#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "catalog/table_trust.hpp"
#include "table_shape.hpp"

namespace runner {

/// Runner's four tables in one schema. Every name includes the schema.
class HistoryTables {
 public:
  /// Queries that look for the tables in the schema that the setting runner.schema names.
  [[nodiscard]] static std::vector<Query> queries();

  /// Reads the answers to queries() about this schema. Throws Error(refused), with the differences, for a
  /// table that has the name of one of runner's but not its shape. The caller must still check trust().
  HistoryTables(std::span<const Result> answers, std::string quoted_schema);

  /// Statements that create missing tables and add missing columns. The caller must hold the lock.
  [[nodiscard]] std::vector<std::string> creation() const;
  /// Call this after the statements of creation() have run.
  void created() noexcept;

  [[nodiscard]] bool has(OwnTable table) const noexcept { return there_[index_of(table)]; }
  [[nodiscard]] const TableTrust& trust() const noexcept { return trust_; }
  /// Queries to send at the start of a transaction that reads or writes these tables: their lock, and the
  /// guard of TableTrust. to_read() skips tables that do not exist. to_write() needs all of them to exist.
  [[nodiscard]] std::vector<Query> to_read(std::span<const OwnTable> tables) const;
  [[nodiscard]] std::vector<Query> to_write(std::span<const OwnTable> tables) const;

  /// The table's name for SQL, with its schema.
  [[nodiscard]] std::string qualified(OwnTable table) const { return schema_ + "." + name_of(table); }
  /// What a query reads from: the table, with NULL for each missing column. The query must add an alias.
  [[nodiscard]] std::string readable(OwnTable table) const;

 private:
  static std::size_t index_of(OwnTable table) noexcept { return static_cast<std::size_t>(table); }
  [[nodiscard]] std::vector<Query> locked(std::span<const OwnTable> tables, const char* mode) const;

  std::string schema_;  // quoted for SQL
  TableTrust trust_;
  std::array<bool, 4> there_{};
  std::array<std::vector<LaterColumn>, 4> lacking_;
};

/// The error for a statement of creation() that failed.
[[nodiscard]] Error creation_error(const std::string& statement, const ServerReport& report);

}  // namespace runner
