#pragma once

#include <span>
#include <string>

#include "error.hpp"
#include "plan.hpp"

namespace runner {

/// How many of the first steps are done, as a history read afterwards says. Only of a plan whose
/// steps all change something in it.
[[nodiscard]] std::size_t steps_done(const Plan& plan, const History& history,
                                     std::span<const SeedEntry> seeds);

/// The name of the newest applied migration once the steps have run; empty when there is none.
[[nodiscard]] std::string newest_applied_after(const History& history, std::span<const Step> steps = {});

/// The error of a step that failed and was undone, with where the database is after the steps before it.
[[nodiscard]] Error step_undone(const Error& error, const Step& step, std::span<const Step> before,
                                const History& history);

/// The error of a step that failed when all steps shared one transaction.
[[nodiscard]] Error run_undone(const Error& error, const Step& step, const History& history);

/// What to throw when the connection was lost, and the history shows that not all of the steps are done:
/// nothing is in doubt any more.
[[nodiscard]] Error cut_short(const Plan& plan, std::size_t done, const History& history);

}  // namespace runner
