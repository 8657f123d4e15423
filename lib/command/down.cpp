#include "commands.hpp"
#include "consent.hpp"
#include "database.hpp"
#include "files_ahead.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

DownRequest request_of(const Context& context) {
  const Invocation& invocation = context.invocation;
  return {.steps = invocation.steps.value_or(1),
          .to = invocation.to,
          .all = invocation.all,
          .out_of_order = invocation.out_of_order,
          .secrets = context.settings.secrets};
}

}  // namespace

int run_down(const Context& context) {
  const Invocation& invocation = context.invocation;
  FilesAhead<MigrationFolder> folder(context, [&](const Heed& heed) {
    return read_migrations(context.settings.migrations, variables_of(context), heed);
  });
  const Access access = invocation.dry_run ? Access::read : Access::write;
  Database database =
      open_database(context, access, ReadScope::history_with_details, [&] { folder.settle(); });
  const Target target{database.shown(), context.settings.environment.value_or("")};
  RunReport report{
      .action = Action::down, .plan = {}, .at = {}, .nothing = "nothing to undo", .target = target};
  report.plan =
      plan_down(folder->migrations, database.history(), request_of(context), database.stored_text());
  carry_out(context, database, report,
            [&](const std::vector<DataLoss>& losses) { require_consent(context, report, losses); });
  return 0;
}

}  // namespace runner
