#pragma once

#include "context.hpp"

namespace runner {

/// Each returns the exit code of a command that completed, and throws Error for everything else.
int run_up(const Context& context);
int run_down(const Context& context);
int run_status(const Context& context);
int run_seed(const Context& context);
int run_log(const Context& context);
int run_new(const Context& context);

/// Runs the command that the invocation names.
int run_command(const Context& context);

}  // namespace runner
