#pragma once

#include "plan.hpp"

namespace runner {

/// The variables whose values runner stores with the step's rollback. Every role that may read it sees them.
[[nodiscard]] VariableNames values_stored_by(const Step& step);

/// The secrets that the stored rollback needs to run.
[[nodiscard]] VariableNames secrets_for_rollback(const Step& step);

}  // namespace runner
