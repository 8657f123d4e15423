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
  FilesAhead<MigrationFolder> folder(
      context, [&] { return read_migrations(context.settings.migrations, invocation.variables); });
  const Access access = invocation.dry_run ? Access::read : Access::write;
  Database database(context, access, Wanted::history_with_details, [&] { folder.settle(); });
  RunReport report{.action = Action::down, .plan = {}, .at = {}, .nothing = "nothing to undo"};
  report.plan =
      plan_down(folder->migrations, database.history(), request_of(invocation), database.stored_text());
  carry_out(context, database, report, [&] { require_consent(context, report.plan); });
  return 0;
}

}  // namespace runner
