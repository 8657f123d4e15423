#include "commands.hpp"
#include "environment.hpp"

namespace runner {

int run_command(const Context& context) {
  require_known_environment(context);
  const Invocation& invocation = context.invocation;
  if (invocation.command == "up") return run_up(context);
  if (invocation.command == "down") return run_down(context);
  if (invocation.command == "status") return run_status(context);
  if (invocation.command == "seed") return run_seed(context);
  if (invocation.command == "log") return run_log(context);
  return run_new(context);
}

}  // namespace runner
