#pragma once

#include <span>
#include <string>

#include "error.hpp"
#include "plan.hpp"

namespace runner {

/// How many steps are done, counted from the first, according to a history read after the run. Valid only
/// when each step of the plan changes the history.
[[nodiscard]] std::size_t steps_done(const Plan& plan, const History& history,
                                     std::span<const SeedEntry> seeds);

/// The name of the newest applied migration after the steps have run; empty when there is none.
[[nodiscard]] std::string newest_applied_after(const History& history, std::span<const Step> steps = {});

/// The error of a step that failed and was undone, with the migration that the database is at then.
[[nodiscard]] Error step_undone(const Error& error, const Step& step, std::span<const Step> before,
                                const History& history);

/// The error of a step that failed when all steps shared one transaction.
[[nodiscard]] Error run_undone(const Error& error, const Step& step, const History& history);

/// The error to throw when the connection was lost and the history shows that not all steps are done. The
/// history settles the outcome of every step.
[[nodiscard]] Error cut_short(const Plan& plan, std::size_t done, const History& history);

}  // namespace runner
