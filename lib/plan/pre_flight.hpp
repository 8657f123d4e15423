#pragma once

#include <span>
#include <string>

#include "finding.hpp"
#include "plan.hpp"

namespace runner {

/// The session and the options that a plan would run with.
struct Conditions {
  bool standard_strings = true;  ///< standard_conforming_strings at the start of the session
  bool pooled = false;           ///< each transaction may run in another session
  bool one_transaction = false;  ///< all steps share one transaction
  /// Tables of a database without history. Empty when the plan is meant to run beside them.
  std::span<const std::string> other_tables = {};
};

/// The findings to report before the plan runs, in order: those of the plan, and those that stop it. Nothing
/// may run when one of them is an error.
[[nodiscard]] Findings pre_flight(const Plan& plan, const Conditions& conditions);

}  // namespace runner
