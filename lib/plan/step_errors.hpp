#pragma once

#include "error.hpp"
#include "plan.hpp"
#include "waiting.hpp"

namespace runner {

/// The error, at the file of the step when it has no place of its own.
[[nodiscard]] Error with_step(const Error& error, const Step& step);

/// The error of a step whose file was found changed, by this error.
[[nodiscard]] Error changed_while_it_ran(const Error& error);

/// The error of a script without a transaction: how far it has come, and what to do next. With the
/// connection lost more of it may have run.
[[nodiscard]] Error left_half_done(const Error& error, const Step& step, const ScriptProgress& progress,
                                   bool lost);

/// The error of a script that has done its part, and of which no row can be written.
[[nodiscard]] Error not_recorded(const Error& error);

/// The error of a step that did not get its locks, with the session that was seen in the way.
[[nodiscard]] Error with_blocker(const Error& error, const std::optional<Blockage>& blockage);

/// The error of the last try of so many.
[[nodiscard]] Error gave_up(const Error& error, std::size_t retries);

/// The client cannot know whether the step is done.
[[nodiscard]] Error lost_at_commit(const Step& step);
/// The same, because the server had not answered COMMIT when the process had to end.
[[nodiscard]] Error unanswered_at_commit(const Step& step, int backend_pid);
/// The client cannot know whether what was done before the step has lasted.
[[nodiscard]] Error lost_before_disk(const Step& step);

}  // namespace runner
