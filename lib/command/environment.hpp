#pragma once

#include <string>

#include "context.hpp"

namespace runner {

/// Throws Error(usage) when the named environment is not development, staging, production, test or a folder
/// of the seeds, because a run that is meant for production must not run as anything else.
void require_known_environment(const Context& context);

}  // namespace runner
