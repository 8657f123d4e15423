#pragma once

#include "plan/waiting.hpp"

namespace runner {

/// The lock that a session waits for, as pg_locks shows it.
struct AwaitedLock {
  std::string type;      ///< "relation", "virtualxid", "transactionid", …
  std::string mode;      ///< "AccessExclusiveLock"
  std::string relation;  ///< "public.orders"; empty for a lock on no relation
  Milliseconds waited{0};
};

/// A row of one of the pg_stat_progress_… views.
struct ProgressRow {
  std::string phase;
  std::uint64_t blocks_done = 0, blocks_total = 0;  ///< bytes, for COPY
  std::uint64_t tuples_done = 0, tuples_total = 0;
  std::uint64_t lockers_done = 0, lockers_total = 0;
};

/// What one look at a session shows, from another session.
struct Look {
  std::string state;
  std::string query;
  Milliseconds running{0};  ///< how long the statement has run
  std::optional<AwaitedLock> lock;
  std::vector<Blocker> blockers;
  Queue behind;
  std::optional<ProgressRow> progress;
  std::optional<std::string>
      standbys;  ///< those that a COMMIT waits for, as synchronous_standby_names lists them
};

/// The sessions that block this one; nothing unless it waits for a lock that another session holds.
[[nodiscard]] std::optional<Blockage> blockage_in(const Look& look);

/// The standbys that a COMMIT waits for; nothing when no COMMIT waits.
[[nodiscard]] std::optional<ReplicationWait> replication_wait_in(const Look& look);

/// How far the statement is; nothing when none is running. One look cannot give the time left.
[[nodiscard]] std::optional<StatementProgress> progress_in(const Look& look);

/// The time left of a phase, estimated from an earlier look at it. Nothing when less than a second has passed
/// or the statement has made no progress since that look.
[[nodiscard]] std::optional<Milliseconds> time_left(const StatementProgress& before,
                                                    const StatementProgress& now);

/// Whether both belong to the same phase of the same statement, in this order.
[[nodiscard]] bool same_phase(const StatementProgress& before, const StatementProgress& now);

/// A session's query from pg_stat_activity, for a message: its first line, shortened. Empty when runner's
/// role may not see it.
[[nodiscard]] std::string shown_query(std::string_view query);

}  // namespace runner
