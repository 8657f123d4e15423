#pragma once

#include "plan.hpp"

namespace runner {

/// The variables whose values are stored with the rollback of the step, for everyone who may read it.
[[nodiscard]] VariableNames values_stored_by(const Step& step);

/// The secrets without which the rollback that is stored does not run.
[[nodiscard]] VariableNames secrets_for_rollback(const Step& step);

}  // namespace runner
