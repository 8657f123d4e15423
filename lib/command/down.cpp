#include <fmt/format.h>

#include "commands.hpp"
#include "database.hpp"
#include "error.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

std::string question_about(const Plan& plan) {
  std::string question = "This will undo:\n";
  for (const Step& step : plan.steps) question += fmt::format("  {}\n", step.name);
  return question + "Type yes to go on: ";
}

// On a terminal the operator is asked; without one only production wants it said beforehand.
void require_consent(const Context& context, const Plan& plan) {
  if (context.invocation.yes) return;
  if (context.ask) {
    if (context.ask(question_about(plan), "yes")) return;
    context.interrupt.check();
    throw Error(ErrorKind::refused, "nothing was undone: the answer was not \"yes\"");
  }
  if (context.settings.environment != "production") return;
  throw Error(ErrorKind::refused, "\"runner down\" in production needs --yes when nobody can be asked")
      .hint("Look at \"runner down --dry-run\" first; then add --yes.");
}

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
  if (invocation.dry_run) {
    report.at = newest_applied_after(history, {});
    context.reporter.show_plan(report);
    return 0;
  }
  if (!report.plan.steps.empty()) {
    require_consent(context, report.plan);
    report.took = database.run(context, report.plan, history);
  }
  report.at = newest_applied_after(history, report.plan);
  context.reporter.show_run(report);
  return 0;
}

}  // namespace runner
