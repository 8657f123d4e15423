#include <algorithm>

#include "commands.hpp"
#include "database.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

constexpr int kPendingExitCode = 6;

// What "up" would say, worst first.
int check(const std::vector<Standing>& standings) {
  const auto any = [&](std::initializer_list<State> states) {
    return std::any_of(standings.begin(), standings.end(), [&](const Standing& standing) {
      return std::find(states.begin(), states.end(), standing.state) != states.end();
    });
  };
  if (any({State::half_done})) return exit_code(ErrorKind::in_doubt);
  if (any({State::changed, State::missing, State::out_of_order})) return exit_code(ErrorKind::refused);
  return any({State::pending}) ? kPendingExitCode : 0;
}

}  // namespace

int run_status(const Context& context) {
  FilesAhead<MigrationFolder> folder(context, [&](SharedWork& work) {
    return read_migrations(context.settings.migrations, context.invocation.variables, work);
  });
  Database database(context, Access::read, Wanted::history_with_details, [&] { folder.settle(); });
  const History& history = database.history();
  const StatusReport report{standings_of(folder->migrations, history), history.unnumbered};
  context.reporter.show_status(report);
  return context.invocation.check ? check(report.standings) : 0;
}

}  // namespace runner
