#include "database.hpp"

#include <fmt/format.h>

#include <utility>

#include "catalog/loss_counter.hpp"
#include "plan/outcome.hpp"
#include "plan/step_errors.hpp"
#include "recovery.hpp"
#include "run/durability.hpp"

namespace runner {
namespace {

ConnectionParameters parameters_of(const Context& context) {
  const DatabaseAddress address = resolve_database(context.invocation.common, context.environment);
  const Identity identity = identify(context.environment);
  return parse_address(address, fmt::format("runner {} host={}", context.invocation.command, identity.host));
}

Connection connect(const Context& context, const ConnectionParameters& parameters) {
  return Connection::open(parameters, context.interrupt, context.settings.wait, tell_waiting(context));
}

DatabaseState look(const Context& context, const ConnectionParameters& parameters, Connection& connection,
                   Access access, ReadScope scope, const std::function<void()>& before_waiting) {
  const Settings& settings = context.settings;
  const Monitor monitor(connection, parameters, context.interrupt, context.reporter, before_waiting);
  if (access == Access::read) return read_state(connection, settings.schema, scope);
  return lock_and_read_state(
      connection, settings.schema, scope, settings.lock_wait, context.reporter,
      [&] { return connect(context, parameters); }, before_waiting);
}

// Shows a limited number, because a server may send notices without end.
void tell(const Context& context, const ServerNotice& notice, std::size_t number) {
  constexpr std::size_t kMost = 10'000;
  if (number <= kMost) context.reporter.notice({notice.severity, notice.message, notice.detail, notice.hint});
  if (number != kMost) return;
  context.reporter.remark(
      {.rule = "notices-cut-off", .message = fmt::format("{} notices: no more are shown", kMost)});
}

}  // namespace

Conditions Database::conditions(const Invocation& invocation) const {
  return {.standard_strings = state_.facts.standard_strings,
          .pooled = behind_pooler(state_.facts, connection_),
          .one_transaction = invocation.one_transaction,
          .other_tables = invocation.into_existing ? std::span<const std::string>() : state_.other_tables};
}

StoredText Database::stored_text() {
  return
      [this](const Checksum& checksum) { return runner::stored_text(connection_, state_.tables, checksum); };
}

// Reports which COMMITs wait for the disk.
void Database::tell_durability(const Context& context) {
  std::optional<std::string> reason = "--durable";
  if (!context.settings.durable) reason = reason_to_wait(connection_.execute(reason_to_wait_query()));
  context.reporter.remark(
      {.rule = "commit-durability",
       .message = reason ? fmt::format("every COMMIT waits for the disk: {}", *reason)
                         : "the last COMMIT waits for the disk, and with it those before it"});
}

Milliseconds Database::run(const Context& context, const Plan& plan) {
  if (context.settings.verbose) tell_durability(context);
  const auto started = std::chrono::steady_clock::now();
  const bool one_transaction = context.invocation.one_transaction;
  const Monitor monitor(connection_, parameters_, context.interrupt, context.reporter);
  StepRunner runner(
      connection_,
      HistoryWriter(state_.tables, identify(context.environment), mask_of(context.settings.secrets)),
      context.reporter,
      {context.settings.lock_timeout, context.settings.lock_retries, one_transaction,
       context.settings.durable, state_.pooled_lock.get()});
  connection_.callbacks().notice = [&context, told = std::size_t{0}](const ServerNotice& notice) mutable {
    tell(context, notice, ++told);
  };
  try {
    runner.run(plan.steps);
  } catch (const Error& failure) {
    if (runner.commit_in_doubt() && settled_by_history(context, plan, runner.done()))
      return elapsed_since(started);
    const Error error = with_blocker(failure, monitor.last_blockage());
    const Step* step = runner.current();
    if (step == nullptr || error.kind() == ErrorKind::in_doubt || runner.stays_half_done()) throw error;
    if (one_transaction) throw run_undone(error, *step, history());
    throw step_undone(error, *step, std::span(plan.steps).first(runner.done()), history());
  }
  return elapsed_since(started);
}

// Throws when a step is not done. Returns false when the server or the history cannot answer that.
bool Database::settled_by_history(const Context& context, const Plan& plan, std::size_t told) {
  if (context.invocation.force || context.interrupt.pending()) return false;
  const bool seeds = plan.steps.front().action == Action::seed;
  state_.pooled_lock.reset();
  const auto state =
      read_state_after_loss(context, parameters_, seeds ? ReadScope::seeds : ReadScope::history);
  if (!state) return false;
  const TableContents& contents = state->contents;
  const std::size_t done = steps_done(plan, contents.history, contents.seeds);
  for (std::size_t i = done; i < told; ++i) context.reporter.step_lost(plan.steps[i]);
  for (std::size_t i = told; i < done; ++i) context.reporter.step_finished(plan.steps[i], Milliseconds{0});
  if (done < plan.steps.size()) throw cut_short(plan, done, contents.history);
  return true;
}

Database open_database(const Context& context, Access access, ReadScope scope,
                       const std::function<void()>& settle_files) {
  std::string connected_to;  // until the reporter knows it
  const auto settle = [&] {
    settle_files();
    if (!connected_to.empty()) context.reporter.connected(std::exchange(connected_to, {}));
  };
  try {
    ConnectionParameters parameters = parameters_of(context);
    // While runner waits for the server, reading the files at the same time saves nothing.
    if (context.settings.wait > Milliseconds{0}) settle();
    Connection connection = connect(context, parameters);
    connected_to = parameters.shown();
    DatabaseState state = look(context, parameters, connection, access, scope, settle);
    settle();
    connection.interruption().check();  // a signal may have come while runner read the files
    return {std::move(parameters), std::move(connection), std::move(state)};
  } catch (const Error&) {
    settle();
    throw;
  }
}

void carry_out(const Context& context, Database& database, RunReport& report,
               const std::function<void(const std::vector<DataLoss>&)>& require_consent) {
  for (const Finding& finding : pre_flight(report.plan, database.conditions(context.invocation))) {
    if (finding.severity == Severity::error) throw error_of(finding);
    context.reporter.remark(finding);
  }
  const bool seeds = report.action == Action::seed;
  std::vector<DataLoss> losses;
  if (report.action == Action::down || (report.action == Action::up && context.invocation.dry_run)) {
    losses = count_losses(database.connection(), losses_of(report.plan));
    context.reporter.losses_found(losses);
  }
  if (context.invocation.dry_run) {
    if (!seeds) report.at = newest_applied_after(database.history());
    return context.reporter.show_plan(report);
  }
  if (!report.plan.steps.empty()) {
    if (require_consent) require_consent(losses);
    report.took = database.run(context, report.plan);
  }
  if (!seeds) report.at = newest_applied_after(database.history(), report.plan.steps);
  context.reporter.show_run(report);
}

}  // namespace runner
