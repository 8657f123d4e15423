#include "database.hpp"

#include <fmt/format.h>

#include "postgres/lock.hpp"
#include "postgres/step_runner.hpp"

namespace runner {
namespace {

Connection connect(const Context& context) {
  const DatabaseAddress address = resolve_database(context.invocation.common, context.environment);
  const Identity identity = identify(context.environment);
  const std::string application = fmt::format("runner {} host={}", context.invocation.command, identity.host);
  const ConnectionParameters parameters = parse_address(address, application);
  Connection connection =
      Connection::open(parameters, context.interrupt, context.settings.wait, context.reporter);
  context.reporter.connected(parameters.shown());
  return connection;
}

// Under the lock already, so that whatever is read afterwards stays true.
ServerFacts inspect(Connection& connection, const Context& context, Access access) {
  ServerFacts facts = read_facts(connection, context.settings.schema);
  if (access == Access::read) return facts;
  require_writable(facts);
  take_lock(connection, context.settings.lock_wait, context.reporter);
  return facts;
}

std::string standing_after(const Step& step, const Plan& done, const History& history) {
  if (step.action == Action::seed) return fmt::format("\"{}\" was undone.", step.name);
  if (step.action == Action::down) {
    return fmt::format("The down script was undone: \"{}\" is still applied.", step.name);
  }
  const std::string at = newest_applied_after(history, done);
  return at.empty() ? fmt::format("\"{}\" was undone; nothing is applied.", step.name)
                    : fmt::format("\"{}\" was undone; the database is at {}.", step.name, at);
}

// Only what ran in a transaction was undone.
Error explained(const Error& error, const Step& step, const Plan& done, const History& history) {
  if (error.kind() == ErrorKind::in_doubt || !step.script.in_transaction()) return error;
  const std::string standing = standing_after(step, done, history);
  return Error(error).hint(error.hint().empty() ? standing : error.hint() + "\n" + standing);
}

}  // namespace

Database::Database(const Context& context, Access access)
    : connection_(connect(context)),
      facts_(inspect(connection_, context, access)),
      store_(connection_, HistoryTables(connection_, facts_.schema), identify(context.environment)) {}

StoredText Database::stored_text() const {
  return [this](const Checksum& checksum) { return store_.stored_text(checksum); };
}

Milliseconds Database::run(const Context& context, const Plan& plan, const History& history) {
  const auto started = std::chrono::steady_clock::now();
  store_.create_missing_tables();
  StepRunner runner(connection_, store_, context.reporter, context.settings.lock_timeout);
  connection_.set_notice_handler([&](const Notice& notice) { context.reporter.notice(notice); });
  Plan done;
  for (const Step& step : plan.steps) {
    try {
      runner.run(step);
    } catch (const Error& error) {
      throw explained(error, step, done, history);
    }
    done.steps.push_back(step);
    if (!step.script.in_transaction()) keep_lock(connection_);
  }
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - started);
}

}  // namespace runner
