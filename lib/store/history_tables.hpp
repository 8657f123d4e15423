#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "catalog/table_trust.hpp"
#include "table_shape.hpp"

namespace runner {

/// The four tables of runner, in one schema; every name is written with its schema.
class HistoryTables {
 public:
  /// Ask for what is there, in the schema that the setting runner.schema names.
  [[nodiscard]] static std::vector<Query> queries();

  /// Reads their answers; the schema is the one that was asked about. Throws Error(refused) for a table
  /// of one of our names that is not ours, with the difference; whether the rest can be trusted is to be
  /// asked still.
  HistoryTables(std::span<const Result> answers, std::string quoted_schema);

  /// What creates those that are missing, and adds the columns that they lack. The caller holds the lock.
  [[nodiscard]] std::vector<std::string> creation() const;
  /// They have been created.
  void created() noexcept;

  [[nodiscard]] bool has(OwnTable table) const noexcept { return there_[index_of(table)]; }
  [[nodiscard]] const TableTrust& trust() const noexcept { return trust_; }
  /// What belongs at the beginning of a transaction that reads or writes these tables: their lock, and the
  /// guard of TableTrust. For reading, nothing about those that do not exist; to be written they have been
  /// created.
  [[nodiscard]] std::vector<Query> to_read(std::span<const OwnTable> tables) const;
  [[nodiscard]] std::vector<Query> to_write(std::span<const OwnTable> tables) const;

  /// The table as SQL names it.
  [[nodiscard]] std::string qualified(OwnTable table) const { return schema_ + "." + name_of(table); }
  /// What a query reads from: the table, with columns of NULL for those that it lacks. An alias has to
  /// follow.
  [[nodiscard]] std::string readable(OwnTable table) const;

 private:
  static std::size_t index_of(OwnTable table) noexcept { return static_cast<std::size_t>(table); }
  [[nodiscard]] std::vector<Query> locked(std::span<const OwnTable> tables, const char* mode) const;

  std::string schema_;  // in quotes
  TableTrust trust_;
  std::array<bool, 4> there_{};
  std::array<std::vector<LaterColumn>, 4> lacking_;
};

/// Why this statement of creation() failed.
[[nodiscard]] Error creation_error(const std::string& statement, const ServerReport& report);

}  // namespace runner
