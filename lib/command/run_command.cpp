#include "command_table.hpp"
#include "commands.hpp"
#include "environment.hpp"

namespace runner {

int run_command(const Context& context) {
  require_known_environment(context);
  return find_command(context.invocation.command)->run(context);
}

}  // namespace runner
