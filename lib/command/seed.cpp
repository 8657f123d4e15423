#include <fmt/format.h>

#include "commands.hpp"
#include "database.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

std::string why_nothing(std::size_t seeds, const std::string& folder) {
  if (seeds == 0) return fmt::format("nothing to do: there are no seeds in {}", folder);
  if (seeds == 1) return "nothing to do: the only seed has run and is unchanged";
  return fmt::format("nothing to do: all {} seeds have run and are unchanged", seeds);
}

}  // namespace

int run_seed(const Context& context) {
  const Invocation& invocation = context.invocation;
  const SeedFolder folder =
      read_seeds(context.settings.seeds, context.settings.environment, context.invocation.variables);
  for (const std::string& warning : folder.warnings) context.reporter.remark(warning);
  Database database(context, invocation.dry_run ? Access::read : Access::write);
  RunReport report{.action = Action::seed, .plan = {}, .at = {}, .nothing = {}};
  report.plan = plan_seed(folder.seeds, database.store().read_seeds(), invocation.force);
  report.nothing = why_nothing(folder.seeds.size(), context.settings.seeds);
  if (!context.settings.environment) {
    context.reporter.remark(
        "no environment is named: only the common seeds are looked at (--env, RUNNER_ENV)");
  }
  if (invocation.dry_run) {
    context.reporter.show_plan(report);
    return 0;
  }
  if (!report.plan.steps.empty()) report.took = database.run(context, report.plan, {});
  context.reporter.show_run(report);
  return 0;
}

}  // namespace runner
