#include "step_runner.hpp"

#include <fmt/format.h>

#include "lock.hpp"

namespace runner {
namespace {

// What a file may have changed for the session. DISCARD ALL would drop the runner's lock as well.
constexpr std::array kRestoreSession{"RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL"};
constexpr std::array kForgetObjects{"CLOSE ALL", "DEALLOCATE ALL", "UNLISTEN *", "DISCARD TEMP",
                                    "DISCARD SEQUENCES"};

// How statements are cut must not depend on the server's configuration.
constexpr const char* kOurStrings = "SET {}standard_conforming_strings = on";

// Between the statements of a script without a transaction: what it has set holds again afterwards.
constexpr std::array kBeginAsOurselves{"BEGIN READ WRITE", "SET LOCAL session_authorization TO DEFAULT",
                                       "SET LOCAL role TO DEFAULT", "SET LOCAL client_encoding TO 'UTF8'",
                                       "SET LOCAL statement_timeout TO 0"};

// Deferred constraints are checked while the file's own settings still hold.
constexpr const char* kCheckDeferred = "SET CONSTRAINTS ALL IMMEDIATE";

constexpr std::string_view kNoTransaction = "25P01";

std::vector<std::string> settings_of(const Step& step, Milliseconds lock_timeout) {
  const Directives& directives = step.script.directives;
  const bool local = step.script.in_transaction();
  const char* scope = local ? "LOCAL " : "";
  // A concurrent index build has to wait for others for as long as they take.
  const Milliseconds lock = directives.lock_timeout.value_or(local ? lock_timeout : Milliseconds{0});
  const Milliseconds statement = directives.statement_timeout.value_or(Milliseconds{0});
  return {fmt::format(fmt::runtime(kOurStrings), scope),
          fmt::format("SET {}lock_timeout = {}", scope, lock.count()),
          fmt::format("SET {}statement_timeout = {}", scope, statement.count())};
}

void require_success(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report());
}

// They are checked at COMMIT: whatever fails here failed there, for whoever wrote the script.
void require_constraints(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report()).prefix("at COMMIT");
}

// The script was checked for transaction control; this is for what only the server can see.
void require_open_transaction(const Result& answer) {
  if (!answer.failed()) return;
  if (answer.report().sqlstate != kNoTransaction) throw to_error(answer.report());
  throw Error(ErrorKind::in_doubt, "a statement ended the transaction that the script runs in")
      .detail("What came before it may have been committed without a history row.");
}

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

bool is_stop(const Error& error) {
  return error.kind() == ErrorKind::interrupted || error.kind() == ErrorKind::terminated;
}

// An interrupt stays one: whoever sent it knows why.
Error left_half_done(const Error& error, const Step& step, const Progress& progress) {
  Error result = is_stop(error) ? error : error.as(ErrorKind::in_doubt);
  const std::string where = fmt::format("\"{}\" is left half done: {} of {} statements have run", step.name,
                                        progress.done, step.script.statement_count);
  result.detail(error.detail().empty() ? where + "." : error.detail() + "\n" + where + ".");
  const std::string next = next_move(error, step, progress);
  return result.hint(error.hint().empty() ? next : error.hint() + "\n" + next);
}

Error lost_at_commit(const Step& step) {
  return Error(ErrorKind::in_doubt,
               fmt::format("the connection was lost while \"{}\" was being committed", step.name))
      .hint("Run \"runner status\": it shows whether the migration is applied.");
}

}  // namespace

StepRunner::StepRunner(Connection& connection, HistoryWriter history, Observer& observer, RunOptions options)
    : connection_(connection),
      history_(std::move(history)),
      observer_(observer),
      options_(options),
      pipeline_(connection) {}

void StepRunner::run(std::span<const Step> steps) {
  steps_ = steps;
  done_ = 0;
  try {
    create_tables();
    for (const Step& step : steps) {
      if (step.script.in_transaction()) {
        send_step(step);
      } else {
        pipeline_.finish();
        run_outside(step);
      }
    }
    pipeline_.finish();
  } catch (const Error& error) {
    throw abandoned(error);
  }
}

void StepRunner::create_tables() {
  const std::vector<std::string> statements = history_.creation();
  if (statements.empty()) return;
  send("BEGIN");
  for (const std::string& statement : statements) {
    pipeline_.send({statement, {}}, [](const Result& answer) {
      if (answer.failed()) throw creation_error(answer.report());
    });
  }
  send("COMMIT");
  pipeline_.then([this] { history_.created(); });
}

// Every step leaves the session as it found it, so that each begins with equal settings.
void StepRunner::send_step(const Step& step) {
  pipeline_.then([this, &step] { begin(step); });
  const bool first = &step == &steps_.front();
  if (!options_.one_transaction || first) send(step.script.begin);
  for (std::string& setting : settings_of(step, options_.lock_timeout)) send(std::move(setting));
  send_items(step);
  const bool last = &step == &steps_.back();
  if (!options_.one_transaction || last) pipeline_.send({kCheckDeferred, {}}, require_constraints);
  send_ending(history_.done(step));
  if (options_.one_transaction) pipeline_.then([this] { times_.push_back(elapsed()); });
  if (!options_.one_transaction || last) send_commit(step);
  pipeline_.settle();
}

// The reader lives until the last of its items is answered: errors point into it.
void StepRunner::send_items(const Step& step) {
  const auto items = std::make_shared<ScriptItems>(step.script);
  std::size_t number = 0;
  while (auto next = items->next()) {
    const auto item = std::make_shared<const ScriptItem>(std::move(*next));
    if (item->kind == ItemKind::echo) {
      pipeline_.then([this, item] { observer_.echo(item->text); });
      continue;
    }
    ++number;
    if (item->kind == ItemKind::copy) {
      pipeline_.finish();
      run_item(step, *item, number);
      continue;
    }
    pipeline_.then([this, &step, item, number] { tell_statement(step, *item, number); });
    pipeline_.send({std::string(item->sql()), {}}, [items, item](const Result& answer) {
      if (answer.failed()) throw to_error(answer.report(), *item);
    });
  }
}

void StepRunner::send_ending(const Query& record) {
  for (const char* statement : kRestoreSession) send(statement);
  pipeline_.send(history_.require_transaction(), require_open_transaction);
  send(record);
  for (const char* statement : kForgetObjects) send(statement);
}

void StepRunner::send_commit(const Step& step) {
  ++commits_on_their_way_;
  pipeline_.send({"COMMIT", {}}, [this, &step](const Result& answer) { committed(step, answer); });
}

// Every statement is on its own. What has run for certain is written down before the next one
// begins; inside a transaction of the script's own nothing is certain until it ends. A script that
// goes on needs the settings of the session in which it stopped.
void StepRunner::run_outside(const Step& step) {
  begin(step);
  Progress& progress = progress_.emplace();
  for (const std::string& setting : settings_of(step, options_.lock_timeout)) connection_.execute(setting);
  ScriptItems items(step.script);
  Progress sent;
  while (const auto item = items.next()) {
    const bool has_run = sent.done + 1 < step.first_statement;
    if (!has_run && connection_.idle()) {
      send_as_ourselves(history_.progress(step, progress));
      send("COMMIT");
      pipeline_.finish();
    }
    if (item->kind == ItemKind::echo) {
      observer_.echo(item->text);
    } else if (!has_run || sets_session(item->sql())) {
      run_item(step, *item, sent.done + 1);
    }
    sent.advance(*item);
    if (connection_.idle()) progress = sent;
  }
  if (!connection_.idle()) throw Error(ErrorKind::failed, "the script leaves a transaction open");
  send("BEGIN READ WRITE");
  send_ending(history_.done(step, elapsed(), progress));
  send_commit(step);
  pipeline_.finish();
  keep_lock(connection_);
}

void StepRunner::send_as_ourselves(const Query& record) {
  for (const char* statement : kBeginAsOurselves) send(statement);
  send(record);
}

void StepRunner::run_item(const Step& step, const ScriptItem& item, std::size_t number) {
  tell_statement(step, item, number);
  const std::string sql(item.sql());
  const Result result =
      item.kind == ItemKind::copy ? connection_.copy_rows(sql, item.rows) : connection_.try_execute(sql);
  if (result.failed()) throw to_error(result.report(), item);
}

void StepRunner::send(std::string sql) { send(Query{std::move(sql), {}}); }

void StepRunner::send(Query query) { pipeline_.send(std::move(query), require_success); }

void StepRunner::begin(const Step& step) {
  current_ = &step;
  started_ = std::chrono::steady_clock::now();
  progress_.reset();
  observer_.step_started(step);
}

void StepRunner::tell_statement(const Step& step, const ScriptItem& item, std::size_t number) {
  observer_.statement_started(step, number, summary_of(item.statement.text));
}

// The server answers COMMIT of a failed transaction with success and the tag ROLLBACK, so the
// status alone proves nothing.
void StepRunner::committed(const Step& step, const Result& answer) {
  if (answer.failed()) {
    throw connection_.alive() ? to_error(answer.report()).prefix("COMMIT failed") : lost_at_commit(step);
  }
  --commits_on_their_way_;
  if (answer.command_tag() != "COMMIT")
    throw Error(ErrorKind::failed, "the server rolled the transaction back at COMMIT");
  if (!options_.one_transaction) return finished(step);
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    ++done_;
    observer_.step_finished(steps_[i], times_[i]);
  }
  current_ = nullptr;
}

void StepRunner::finished(const Step& step) {
  ++done_;
  observer_.step_finished(step, elapsed());
  current_ = nullptr;
}

Error StepRunner::abandoned(const Error& error) {
  pipeline_.abandon();
  // Whatever was sent is executed even so, unless the server said that it stopped.
  if (!connection_.alive() && commits_on_their_way_ > 0 && error.sqlstate().empty()) {
    const Step& step = current_ == nullptr ? steps_[done_] : *current_;
    return with_step(lost_at_commit(step), step);
  }
  if (current_ == nullptr) return error;
  const Error placed = with_step(error, *current_);
  undo_and_log(placed);
  return progress_ ? left_half_done(placed, *current_, *progress_) : placed;
}

// Best effort: what failed is already known, and a lost connection has undone everything by itself.
void StepRunner::undo_and_log(const Error& error) {
  if (!connection_.alive()) return;
  std::vector<Query> queries;
  if (!connection_.idle()) queries.push_back({"ROLLBACK", {}});
  for (const char* statement : kRestoreSession) queries.push_back({statement, {}});
  queries.push_back(history_.failed(*current_, error, elapsed(), progress_));
  try {
    connection_.try_execute_all(queries);
  } catch (const Error&) {
  }
}

Milliseconds StepRunner::elapsed() const {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - started_);
}

}  // namespace runner
