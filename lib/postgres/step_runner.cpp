#include "step_runner.hpp"

#include <fmt/format.h>

namespace runner {
namespace {

// What a file may have changed for the session. DISCARD ALL would drop the runner's lock as well.
constexpr const char* kRestoreSession = "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL";
constexpr const char* kForgetObjects =
    "CLOSE ALL; DEALLOCATE ALL; UNLISTEN *; DISCARD TEMP; DISCARD SEQUENCES";

// How statements are cut must not depend on the server's configuration.
constexpr const char* kOurSettings =
    "SET standard_conforming_strings = on; SET lock_timeout = {}; SET statement_timeout = {}";

// Between the statements of a script without a transaction: what it has set holds again afterwards.
constexpr const char* kBeginAsOurselves =
    "BEGIN READ WRITE; SET LOCAL session_authorization TO DEFAULT; SET LOCAL role TO DEFAULT;"
    " SET LOCAL client_encoding TO 'UTF8'; SET LOCAL statement_timeout TO 0";

// Deferred constraints are checked while the file's own settings still hold.
constexpr const char* kCheckDeferred = "SET CONSTRAINTS ALL IMMEDIATE";

Error with_step(const Error& error, const Step& step) {
  if (error.place()) return error;
  return Error(error).at({step.script.path, 0, 0, {}, 0});
}

// Only a statement that failed has to be mended.
std::string next_move(const Error& error, const Step& step, const Progress& progress) {
  const char* command = name_of(step.action);
  if (step.action == Action::seed)
    return "Mend it and run \"runner seed\" again: it then runs from its first statement.";
  if (progress.done == step.script.statement_count)
    return fmt::format("Run \"runner {}\" again: only the history is not up to date.", command);
  if (error.kind() != ErrorKind::failed)
    return fmt::format("Run \"runner {}\" again: it goes on at statement {}.", command, progress.done + 1);
  return fmt::format("Mend statement {} and run \"runner {}\" again: it goes on there.", progress.done + 1,
                     command);
}

// An interrupt stays one: whoever sent it knows why.
Error left_half_done(const Error& error, const Step& step, const Progress& progress) {
  const bool stopped = error.kind() == ErrorKind::interrupted || error.kind() == ErrorKind::terminated;
  Error result = stopped ? error : error.as(ErrorKind::in_doubt);
  const std::string where = fmt::format("\"{}\" is left half done: {} of {} statements have run", step.name,
                                        progress.done, step.script.statement_count);
  result.detail(error.detail().empty() ? where + "." : error.detail() + "\n" + where + ".");
  const std::string next = next_move(error, step, progress);
  return result.hint(error.hint().empty() ? next : error.hint() + "\n" + next);
}

}  // namespace

StepRunner::StepRunner(Connection& connection, const HistoryStore& store, Observer& observer,
                       Milliseconds lock_timeout)
    : connection_(connection), store_(store), observer_(observer), lock_timeout_(lock_timeout) {}

void StepRunner::run(const Step& step) {
  started_ = std::chrono::steady_clock::now();
  observer_.step_started(step);
  std::optional<Progress> progress;
  try {
    start_with_equal_settings(step);
    if (step.script.in_transaction()) {
      run_in_transaction(step);
    } else {
      run_outside(step, progress.emplace());
    }
  } catch (const Error& error) {
    const Error placed = with_step(error, step);
    abandon(step, placed, progress);
    if (progress) throw left_half_done(placed, step, *progress);
    throw placed;
  }
  observer_.step_finished(step, elapsed());
}

void StepRunner::run_in_transaction(const Step& step) {
  connection_.execute(step.script.begin);
  ScriptItems items(step.script);
  std::size_t number = 0;
  while (const auto item = items.next()) {
    if (item->kind != ItemKind::echo) ++number;
    run_item(step, *item, number);
    require_open_transaction(*item);
  }
  check_deferred_constraints();
  restore_session();
  store_.record_done(step, elapsed());
  commit(step);
}

// Every statement is on its own. What has run for certain is written down before the next one
// begins; inside a transaction of the script's own nothing is certain until it ends. A script that
// goes on needs the settings of the session in which it stopped.
void StepRunner::run_outside(const Step& step, Progress& progress) {
  ScriptItems items(step.script);
  Progress sent;
  while (const auto item = items.next()) {
    const bool has_run = sent.done + 1 < step.first_statement;
    if (!has_run && connection_.idle()) log_progress(step, progress);
    if (!has_run || sets_session(item->sql())) run_item(step, *item, sent.done + 1);
    sent.advance(*item);
    if (connection_.idle()) progress = sent;
  }
  if (!connection_.idle()) throw Error(ErrorKind::failed, "the script leaves a transaction open");
  connection_.execute(kBeginAsOurselves);
  restore_session();
  store_.record_done(step, elapsed(), progress);
  commit(step);
}

void StepRunner::log_progress(const Step& step, const Progress& progress) {
  connection_.execute(kBeginAsOurselves);
  store_.log_progress(step, progress);
  connection_.execute("COMMIT");
}

void StepRunner::start_with_equal_settings(const Step& step) {
  restore_session();
  connection_.execute(kForgetObjects);
  // A concurrent index build has to wait for others for as long as they take.
  const Milliseconds lock_timeout = step.script.directives.lock_timeout.value_or(
      step.script.in_transaction() ? lock_timeout_ : Milliseconds{0});
  const Milliseconds statement_timeout = step.script.directives.statement_timeout.value_or(Milliseconds{0});
  connection_.execute(
      fmt::format(fmt::runtime(kOurSettings), lock_timeout.count(), statement_timeout.count()));
}

void StepRunner::run_item(const Step& step, const ScriptItem& item, std::size_t number) {
  if (item.kind == ItemKind::echo) {
    observer_.echo(item.text);
    return;
  }
  observer_.statement_started(step, number, summary_of(item.statement.text));
  const std::string sql(item.sql());
  const Result result =
      item.kind == ItemKind::copy ? connection_.copy_rows(sql, item.rows) : connection_.try_execute(sql);
  if (result.failed()) throw to_error(result.report(), item);
}

// The script was checked for transaction control; this is for what only the server can see.
void StepRunner::require_open_transaction(const ScriptItem& item) {
  if (connection_.in_transaction()) return;
  throw Error(ErrorKind::in_doubt, "the statement ended the transaction that the script runs in")
      .at(item.first_line())
      .detail("What came before it may have been committed without a history row.");
}

// They are checked at COMMIT: whatever fails here failed there, for whoever wrote the script.
void StepRunner::check_deferred_constraints() {
  const Result result = connection_.try_execute(kCheckDeferred);
  if (result.failed()) throw to_error(result.report()).prefix("at COMMIT");
}

void StepRunner::restore_session() { connection_.execute(kRestoreSession); }

// The server answers COMMIT of a failed transaction with success and the tag ROLLBACK, so the
// status alone proves nothing.
void StepRunner::commit(const Step& step) {
  const Result result = connection_.try_execute("COMMIT");
  if (!connection_.alive()) {
    throw Error(ErrorKind::in_doubt,
                fmt::format("the connection was lost while \"{}\" was being committed", step.name))
        .hint("Run \"runner status\": it shows whether the migration is applied.");
  }
  if (result.failed()) throw to_error(result.report()).prefix("COMMIT failed");
  if (result.command_tag() != "COMMIT") {
    throw Error(ErrorKind::failed, "the server rolled the transaction back at COMMIT");
  }
}

// Best effort: what failed is already known, and a lost connection has undone everything by itself.
void StepRunner::abandon(const Step& step, const Error& error, const std::optional<Progress>& progress) {
  if (!connection_.alive()) return;
  try {
    if (!connection_.idle()) connection_.execute("ROLLBACK");
    restore_session();
    store_.log_failure(step, error, elapsed(), progress);
  } catch (const Error&) {
  }
}

Milliseconds StepRunner::elapsed() const {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - started_);
}

}  // namespace runner
