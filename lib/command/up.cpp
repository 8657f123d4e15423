#include <fmt/format.h>

#include "commands.hpp"
#include "database.hpp"
#include "files_ahead.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

std::string why_nothing(std::span<const Migration> migrations, const Context& context) {
  if (migrations.empty())
    return fmt::format("nothing to do: there are no migrations in {}", context.settings.migrations);
  const std::optional<Version>& to = context.invocation.to;
  return to ? fmt::format("nothing to do: no migration up to {} is pending", to->digits())
            : "nothing to do: no migration is pending";
}

}  // namespace

int run_up(const Context& context) {
  const Invocation& invocation = context.invocation;
  FilesAhead<MigrationFolder> folder(context, [&](const Heed& heed) {
    return read_migrations(context.settings.migrations, variables_of(context), heed);
  });
  const Access access = invocation.dry_run ? Access::read : Access::write;
  Database database = open_database(context, access, ReadScope::history, [&] { folder.settle(); });
  RunReport report{
      .action = Action::up, .plan = {}, .at = {}, .nothing = why_nothing(folder->migrations, context)};
  report.plan = plan_up(folder->migrations, database.history(),
                        {invocation.to, invocation.steps, invocation.out_of_order}, database.stored_text());
  carry_out(context, database, report);
  return 0;
}

}  // namespace runner
