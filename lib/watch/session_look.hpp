#pragma once

#include "plan/waiting.hpp"

namespace runner {

/// The lock that a session waits for, as pg_locks has it.
struct AwaitedLock {
  std::string type;      ///< "relation", "virtualxid", "transactionid", …
  std::string mode;      ///< "AccessExclusiveLock"
  std::string relation;  ///< "public.orders"; empty when it is of none
  Milliseconds waited{0};
};

/// A row of one of the pg_stat_progress_… views.
struct ProgressRow {
  std::string phase;
  std::uint64_t blocks_done = 0, blocks_total = 0;  ///< bytes, for COPY
  std::uint64_t tuples_done = 0, tuples_total = 0;
  std::uint64_t lockers_done = 0, lockers_total = 0;
};

/// What one look at a session from another one says.
struct Look {
  std::string state;
  std::string query;
  Milliseconds running{0};  ///< the statement
  std::optional<AwaitedLock> lock;
  std::vector<Blocker> blockers;
  Queue behind;
  std::optional<ProgressRow> progress;
  std::optional<std::string>
      standbys;  ///< that it waits for with a COMMIT, as synchronous_standby_names has them
};

/// The sessions that block it; nothing unless it waits for a lock that another session holds.
[[nodiscard]] std::optional<Blockage> blockage_in(const Look& look);

/// For which standbys a COMMIT waits; nothing when it does not.
[[nodiscard]] std::optional<ReplicationWait> replication_wait_in(const Look& look);

/// How far the statement is. Nothing when none is running. Time left is not known from one look.
[[nodiscard]] std::optional<StatementProgress> progress_in(const Look& look);

/// What is left of a phase, from an earlier look at it. Nothing before a second has passed, or when
/// nothing has been done since then.
[[nodiscard]] std::optional<Milliseconds> time_left(const StatementProgress& before,
                                                    const StatementProgress& now);

/// Whether both are of the same phase of the same statement, in this order.
[[nodiscard]] bool same_phase(const StatementProgress& before, const StatementProgress& now);

/// What pg_stat_activity says of a session's query, for a message: its first line, cut; empty when
/// our role may not see it.
[[nodiscard]] std::string shown_query(std::string_view query);

}  // namespace runner
