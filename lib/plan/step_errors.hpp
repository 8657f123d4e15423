#pragma once

#include "error.hpp"
#include "plan.hpp"
#include "waiting.hpp"

namespace runner {

/// The error with a place: the file of the step, unless it already has one.
[[nodiscard]] Error with_step(const Error& error, const Step& step);

/// The error for a step whose file changed during the run. Runner noticed it through the given error.
[[nodiscard]] Error changed_while_it_ran(const Error& error);

/// The error of a script without a transaction, with how far it ran and what to do next. If the connection
/// was lost, more of the script may have run.
[[nodiscard]] Error left_half_done(const Error& error, const Step& step, const ScriptProgress& progress,
                                   bool lost);

/// The error of a script that ran, but whose history row runner could not write.
[[nodiscard]] Error not_recorded(const Error& error);

/// The error of a step that did not get its locks, with the session that blocked it.
[[nodiscard]] Error with_blocker(const Error& error, const std::optional<Blockage>& blockage);

/// The error of the last attempt, with the number of attempts.
[[nodiscard]] Error gave_up(const Error& error, std::size_t retries);

/// The error for a connection lost at COMMIT: runner cannot know whether the step is committed.
[[nodiscard]] Error lost_at_commit(const Step& step);
/// The same when the server had not answered COMMIT before the process had to end.
[[nodiscard]] Error unanswered_at_commit(const Step& step, int backend_pid);
/// The error for a connection lost in a step: runner cannot know whether earlier steps were on disk.
[[nodiscard]] Error lost_before_disk(const Step& step);

}  // namespace runner
