#include <fmt/format.h>

#include "commands.hpp"
#include "database.hpp"
#include "postgres/loss_counter.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

std::string why_nothing(const MigrationFolder& folder, const Context& context) {
  if (folder.migrations.empty())
    return fmt::format("nothing to do: there are no migrations in {}", context.settings.migrations);
  const std::optional<Version>& to = context.invocation.to;
  return to ? fmt::format("nothing to do: no migration up to {} is pending", to->digits())
            : "nothing to do: no migration is pending";
}

}  // namespace

int run_up(const Context& context) {
  const Invocation& invocation = context.invocation;
  const MigrationFolder folder = read_migrations(context.settings.migrations, context.invocation.variables);
  for (const std::string& warning : folder.warnings) context.reporter.remark(warning);
  Database database(context, invocation.dry_run ? Access::read : Access::write);
  const History history = database.store().read();
  RunReport report{.action = Action::up, .plan = {}, .at = {}, .nothing = why_nothing(folder, context)};
  report.plan = plan_up(folder.migrations, history,
                        {invocation.to, invocation.steps, invocation.out_of_order}, database.stored_text());
  for (const std::string& remark : report.plan.remarks) context.reporter.remark(remark);
  if (invocation.dry_run) {
    report.at = newest_applied_after(history, {});
    context.reporter.losses_found(count_losses(database.connection(), losses_of(report.plan)));
    context.reporter.show_plan(report);
    return 0;
  }
  if (!report.plan.steps.empty()) report.took = database.run(context, report.plan, history);
  report.at = newest_applied_after(history, report.plan);
  context.reporter.show_run(report);
  return 0;
}

}  // namespace runner
