#include <fmt/format.h>

#include "commands.hpp"
#include "database.hpp"
#include "files_ahead.hpp"
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
  const Settings& settings = context.settings;
  FilesAhead<SeedFolder> folder(context, [&](const Heed& heed) {
    return read_seeds(settings.seeds, settings.environment, variables_of(context), heed);
  });
  const Access access = invocation.dry_run ? Access::read : Access::write;
  Database database = open_database(context, access, ReadScope::seeds, [&] { folder.settle(); });
  RunReport report{.action = Action::seed,
                   .plan = plan_seed(folder->seeds, database.seeds(), invocation.force),
                   .at = {},
                   .nothing = why_nothing(folder->seeds.size(), settings.seeds)};
  if (!settings.environment) {
    context.reporter.remark(
        {.rule = "no-environment",
         .message = "no environment is named: only the common seeds are used (--env, RUNNER_ENV)"});
  }
  carry_out(context, database, report);
  return 0;
}

}  // namespace runner
