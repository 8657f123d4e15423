#include "commands.hpp"
#include "help.hpp"
#include "source/identity.hpp"

namespace runner {

int run_command(const Context& context) {
  const Invocation& invocation = context.invocation;
  if (invocation.version) {
    context.reporter.show_text("runner " + version_text() + "\n");
    return 0;
  }
  if (invocation.help || invocation.command == "help") {
    const bool other = invocation.command == "help" && !invocation.arguments.empty();
    context.reporter.show_text(help_text(other ? invocation.arguments.front() : invocation.command));
    return 0;
  }
  if (invocation.command == "up") return run_up(context);
  if (invocation.command == "down") return run_down(context);
  if (invocation.command == "status") return run_status(context);
  if (invocation.command == "seed") return run_seed(context);
  return run_new(context);
}

}  // namespace runner
