#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/pipeline.hpp"
#include "plan/plan.hpp"

namespace runner {

/// What a script finds when it begins: how strings are read, how long it may wait, and no limit of the role
/// or the server that would end it. The version is as in server_version_num.
[[nodiscard]] std::vector<std::string> settings_for(const Step& step, Milliseconds lock_timeout,
                                                    int server_version);

/// What puts the session back as it was when it began: role and settings. DISCARD ALL would drop the
/// runner's lock as well.
[[nodiscard]] std::vector<std::string> restoring_statements();

/// What the statement that records a step runs under: runner's own path, so much time for its locks, which
/// others may be waiting for, and a plan that also serves when the tables have grown; and what lets the
/// next script find and plan as before. Both hold for the transaction.
[[nodiscard]] std::vector<std::string> recording_statements(Milliseconds lock_timeout, int server_version);
[[nodiscard]] std::vector<std::string> settings_as_before();
/// How long a step may wait for a lock: as its script says, or so long.
[[nodiscard]] Milliseconds lock_timeout_of(const Step& step, Milliseconds otherwise);

/// What drops the objects that live in the session: cursors, temporary tables and the like.
[[nodiscard]] std::vector<std::string> forgetting_statements();

/// What makes the rest of a transaction ours, in the middle of a script: role, encoding, path, no time
/// limit. What the script has set holds again afterwards.
[[nodiscard]] std::vector<std::string> statements_to_be_ourselves();

/// For statements of our own: throws what the server says against them.
void require_success(const Result& answer);

/// Fires what a script has deferred to its COMMIT, while its own role and settings still hold.
inline constexpr const char* kCheckDeferred = "SET CONSTRAINTS ALL IMMEDIATE";

/// For a statement of HistoryWriter: throws unless it has written all its rows.
void require_written(const Result& answer);

/// Sends statements of our own.
void send_all(Pipeline& pipeline, std::vector<std::string> statements);

/// Throws unless the answer to a COMMIT says COMMIT: the server answers that of a failed transaction
/// with success and the tag ROLLBACK.
void require_commit(const Result& answer);

}  // namespace runner
