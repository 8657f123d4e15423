#pragma once

#include <vector>

#include "history_tables.hpp"
#include "source/identity.hpp"

namespace runner {

/// One statement of our own with its parameters, ready to be sent.
struct Query {
  std::string sql;
  std::vector<Parameter> parameters;
};

/// Reads and writes what runner keeps in the database.
class HistoryStore {
 public:
  HistoryStore(Connection& connection, HistoryTables tables, Identity identity);

  /// The history as it is; empty when there is no table yet. Writes nothing.
  [[nodiscard]] History read() const;
  [[nodiscard]] std::vector<SeedEntry> read_seeds() const;
  /// The script text kept under this checksum.
  [[nodiscard]] std::optional<std::string> stored_text(const Checksum& checksum) const;

  void create_missing_tables() { tables_.create_missing(connection_); }

  /// Writes down that the step is done. Belongs into the step's own transaction.
  void record_done(const Step& step, Milliseconds took, const std::optional<Progress>& progress = {}) const;
  /// Writes down that the step failed; its transaction is over by then.
  void log_failure(const Step& step, const Error& error, Milliseconds took,
                   const std::optional<Progress>& progress) const;
  /// Writes down how far a script without a transaction has run.
  void log_progress(const Step& step, const Progress& progress) const;

 private:
  void run(const Query& query) const { connection_.execute(query.sql, query.parameters); }
  [[nodiscard]] Result ask(const Query& query) const;
  void read_entries(History& history) const;
  void read_log(History& history) const;
  void read_half_done(History& history) const;
  void record_up(const Step& step) const;
  void record_down(const Step& step) const;
  void record_seed(const Step& step) const;
  void keep_text(const Checksum& checksum, const Text& text) const;

  struct LogRow;
  void append(const LogRow& row) const;

  Connection& connection_;
  HistoryTables tables_;
  Identity identity_;
};

}  // namespace runner
