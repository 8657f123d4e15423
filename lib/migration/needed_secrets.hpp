#pragma once

#include "plan.hpp"

namespace runner {

/// Throws Error(usage) for a step that needs a secret which was not given.
void require_secrets(const Plan& plan);

/// The variables whose values are stored with the rollback of the step, for everyone who may read it.
[[nodiscard]] VariableNames values_stored_by(const Step& step);

/// The secrets without which the rollback that is stored does not run.
[[nodiscard]] VariableNames secrets_for_rollback(const Step& step);

}  // namespace runner
