#include "commands.hpp"
#include "database.hpp"
#include "store/log_reader.hpp"

namespace runner {
namespace {

constexpr std::size_t kDefaultLimit = 20;

}  // namespace

int run_log(const Context& context) {
  const Invocation& invocation = context.invocation;
  Database database = open_database(context, Access::read, ReadScope::nothing);
  const auto limit = invocation.all ? std::nullopt : std::optional(invocation.limit.value_or(kDefaultLimit));
  context.reporter.show_log(read_log(database.connection(), database.tables(), limit));
  return 0;
}

}  // namespace runner
