#pragma once

#include <string>

#include "context.hpp"

namespace runner {

/// Throws Error(usage) when an environment is named that is neither development, staging, production nor
/// test, nor a folder of the seeds: what is meant for production must not run as anything else.
void require_known_environment(const Context& context);

}  // namespace runner
