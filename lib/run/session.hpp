#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/pipeline.hpp"
#include "plan/plan.hpp"

namespace runner {

/// The settings that a script begins with: how the server reads strings, how long the script may wait, and no
/// limit of the role or the server that would end it. The version is as in server_version_num.
[[nodiscard]] std::vector<std::string> settings_for(const Step& step, Milliseconds lock_timeout,
                                                    int server_version);

/// Restores the session's initial role and settings. DISCARD ALL would also drop runner's lock.
[[nodiscard]] std::vector<std::string> restoring_statements();

/// The settings for the statement that records a step: runner's own path, a time limit for its locks, because
/// other sessions may be waiting for them, and a plan that also suits larger tables. settings_as_before()
/// lets the next script resolve names and plan as before. Both hold for the transaction.
[[nodiscard]] std::vector<std::string> recording_statements(Milliseconds lock_timeout, int server_version);
[[nodiscard]] std::vector<std::string> settings_as_before();
/// How long a step may wait for a lock: its script's own directive, or else the given time.
[[nodiscard]] Milliseconds lock_timeout_of(const Step& step, Milliseconds otherwise);

/// Drops the objects that live in the session: cursors, temporary tables and the like.
[[nodiscard]] std::vector<std::string> forgetting_statements();

/// Gives the rest of a transaction runner's own role, encoding and path, and no time limit, in the middle of
/// a script. The script's settings return when the transaction ends.
[[nodiscard]] std::vector<std::string> statements_to_be_ourselves();

/// For runner's own statements: throws the server's error, if any.
void require_success(const Result& answer);

/// Runs what a script has deferred to its COMMIT, while the script's own role and settings still apply.
inline constexpr const char* kCheckDeferred = "SET CONSTRAINTS ALL IMMEDIATE";

/// For a statement of HistoryWriter: throws unless the statement has written all its rows.
void require_written(const Result& answer);

/// Sends runner's own statements. A failure throws.
void send_all(Pipeline& pipeline, std::vector<std::string> statements);

/// Throws unless the answer to a COMMIT has the tag COMMIT. The server answers COMMIT of a failed transaction
/// with success and the tag ROLLBACK.
void require_commit(const Result& answer);

}  // namespace runner
