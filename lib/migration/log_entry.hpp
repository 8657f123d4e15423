#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/duration.hpp"

namespace runner {

/// One row of migration_log. A NULL column is empty or nothing here.
struct LogEntry {
  std::int64_t id = 0;
  std::string at;       ///< when runner wrote the row, after the event; in the session's time zone
  std::string at_utc;   ///< the same moment: "2026-11-20T14:02:33.120Z"
  std::string action;   ///< "up", "down", "seed"; another version of runner may write others
  std::string outcome;  ///< "started", "done", "failed"
  std::string name;
  std::string environment;
  std::string checksum;
  std::string down_checksum;
  std::optional<Milliseconds> took;
  std::optional<std::size_t> statement;  ///< statements certain to have run; only without a transaction
  std::optional<std::size_t> statement_count;
  std::string prefix_checksum;
  std::size_t tries = 1;
  std::string sqlstate;
  std::string error;
  std::string database_role;
  std::string os_user;
  std::string host;
  std::string origin;
  std::string runner_version;
};

/// What runner did and attempted on a database.
struct Log {
  bool exists = false;            ///< no table before the first "up"
  std::vector<LogEntry> entries;  ///< newest first
  std::size_t total = 0;          ///< number of entries, shown or not
  std::string time_zone;          ///< of "at"
};

}  // namespace runner
