#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/duration.hpp"

namespace runner {

/// One row of migration_log, as it stands there. What is NULL is empty or nothing.
struct LogEntry {
  std::int64_t id = 0;
  std::string at;       ///< when it was written: after what it tells of. In the zone of the session
  std::string at_utc;   ///< the same moment: "2026-11-20T14:02:33.120Z"
  std::string action;   ///< "up", "down", "seed"; an older or newer runner may know others
  std::string outcome;  ///< "started", "done", "failed"
  std::string name;
  std::string environment;
  std::string checksum;
  std::string down_checksum;
  std::optional<Milliseconds> took;
  std::optional<std::size_t> statement;  ///< how many have run for certain; only without a transaction
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

/// What was done and attempted on a database.
struct Log {
  bool exists = false;            ///< no table before the first "up"
  std::vector<LogEntry> entries;  ///< newest first
  std::size_t total = 0;          ///< how many there are, shown or not
  std::string time_zone;          ///< of "at"
};

}  // namespace runner
