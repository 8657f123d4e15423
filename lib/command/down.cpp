#include "commands.hpp"
#include "consent.hpp"
#include "database.hpp"
#include "postgres/loss_counter.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

DownRequest request_of(const Invocation& invocation) {
  return {.steps = invocation.steps.value_or(1),
          .to = invocation.to,
          .all = invocation.all,
          .out_of_order = invocation.out_of_order};
}

}  // namespace

int run_down(const Context& context) {
  const Invocation& invocation = context.invocation;
  const MigrationFolder folder = read_migrations(context.settings.migrations, context.invocation.variables);
  for (const std::string& warning : folder.warnings) context.reporter.remark(warning);
  Database database(context, invocation.dry_run ? Access::read : Access::write);
  const History history = database.store().read();
  RunReport report{.action = Action::down, .plan = {}, .at = {}, .nothing = "nothing to undo"};
  report.plan = plan_down(folder.migrations, history, request_of(invocation), database.stored_text());
  for (const std::string& remark : report.plan.remarks) context.reporter.remark(remark);
  const std::vector<DataLoss> losses = count_losses(database.connection(), losses_of(report.plan));
  context.reporter.losses_found(losses);
  if (invocation.dry_run) {
    report.at = newest_applied_after(history, {});
    context.reporter.show_plan(report);
    return 0;
  }
  if (!report.plan.steps.empty()) {
    require_consent(context, report.plan, losses);
    report.took = database.run(context, report.plan, history);
  }
  report.at = newest_applied_after(history, report.plan);
  context.reporter.show_run(report);
  return 0;
}

}  // namespace runner
