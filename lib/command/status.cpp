#include <algorithm>

#include "commands.hpp"
#include "database.hpp"
#include "files_ahead.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

constexpr int kPendingExitCode = 6;

// The exit code for what "up" would do, worst state first. run_status() reports unreadable files before this.
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

StatusReport report_on(std::span<const Migration> migrations, const History& history) {
  return {standings_of(migrations, history), history.unnumbered, errors_in(migrations)};
}

using FilesOfStatus = FilesAhead<MigrationFolder>;

// Without a database status shows no table, so it throws errors in files first, as every command does.
Database open_beside_bad_files(const Context& context, FilesOfStatus& folder) {
  try {
    return open_database(context, Access::read, ReadScope::history_with_details, [&] { folder.settle(); });
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::interrupted || error.kind() == ErrorKind::terminated) throw;
    folder.settle();
    if (const auto errors = errors_in(folder->migrations)) throw Error(*errors);
    throw;
  }
}

}  // namespace

int run_status(const Context& context) {
  FilesOfStatus folder(context, [&](const Heed& heed) {
    return read_migrations_with_errors(context.settings.migrations, variables_of(context), heed);
  });
  Database database = open_beside_bad_files(context, folder);
  const StatusReport report = report_on(folder->migrations, database.history());
  context.reporter.show_status(report);
  if (report.unreadable) return exit_code(report.unreadable->kind());
  return context.invocation.check ? check(report.standings) : 0;
}

}  // namespace runner
