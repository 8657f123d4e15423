#pragma once

#include <span>
#include <string>

#include "finding.hpp"
#include "plan.hpp"

namespace runner {

/// What a plan would run under.
struct Conditions {
  bool standard_strings = true;  ///< standard_conforming_strings, as the session began
  bool pooled = false;           ///< no session holds from one transaction to the next
  bool one_transaction = false;  ///< all steps are to share one
  /// Tables of a database that has no history, unless the plan is meant to run beside them.
  std::span<const std::string> other_tables = {};
};

/// What is to be said before the plan runs, in that order: its own findings, and what stops it. Nothing may
/// run when one of them is an error.
[[nodiscard]] Findings pre_flight(const Plan& plan, const Conditions& conditions);

}  // namespace runner
