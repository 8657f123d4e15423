#include "step_runner.hpp"

#include <algorithm>
#include <random>

#include "client/copying.hpp"
#include "client/own_transaction.hpp"
#include "durability.hpp"
#include "migration/step_errors.hpp"
#include "outside_runner.hpp"
#include "script_error.hpp"
#include "session.hpp"
#include "store/lock.hpp"

namespace runner {
namespace {

// Commits something, so that all before it is on disk.
constexpr const char* kOnDiskNow = "select pg_logical_emit_message(true, 'runner', '')";

constexpr std::string_view kNoTransaction = "25P01";

// They are checked at COMMIT: whatever fails here failed there, for the author of the script.
void require_constraints(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report()).prefix("at COMMIT");
}

// The script has done its part: it is not what failed.
void require_recorded(const Result& answer) {
  try {
    require_written(answer);
  } catch (const Error& error) {
    throw error.kind() == ErrorKind::failed && !error.sqlstate().empty() ? not_recorded(error) : error;
  }
}

// The script was checked for transaction control; this is for what only the server can see.
void require_open_transaction(const Result& answer) {
  if (!answer.failed() || answer.report().sqlstate != kNoTransaction) return require_recorded(answer);
  throw Error(ErrorKind::in_doubt, "a statement ended the transaction that the script runs in")
      .detail("The statements before it may have been committed without a history row.");
}

// Another session was in the way, and may be gone the next time.
bool may_pass(const Error& error) { return is_lock_conflict(error.sqlstate()); }

// Longer each time, and never the same twice: two that were in each other's way must not meet again.
Milliseconds pause_before(std::size_t retry) {
  constexpr int kFirst = 500;
  constexpr int kLongest = 10'000;
  static thread_local std::minstd_rand random{std::random_device{}()};
  const int longest = std::min(kLongest, kFirst << std::min<std::size_t>(retry - 1, 5));
  return Milliseconds{std::uniform_int_distribution<int>(longest / 2, longest)(random)};
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
  retries_ = 0;
  while (done_ < steps_.size()) {
    try {
      run_rest();
    } catch (const Error& error) {
      const Error told = abandoned(error);
      if (!may_try_again(told)) throw fail(told);
      try_again(told);
    }
  }
}

// No file is wrong any more but by a change. What was sent before the run came upon it is answered first: the
// steps before are done, and what the server says of a statement counts more.
void StepRunner::run_rest() {
  try {
    send_rest();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::source) throw;
    pipeline_.finish();
    throw changed_while_it_ran(error);
  }
}

void StepRunner::send_rest() {
  if (options_.pooled_lock != nullptr) borrow_backend();
  create_tables();
  for (const Step& step : steps_.subspan(done_)) {
    if (step.script.in_transaction()) {
      send_step(step);
    } else {
      pipeline_.finish();
      run_outside(step);
    }
  }
  pipeline_.finish();
}

// All that is sent up to the Sync goes to one backend, however many transactions it is. A transaction
// of its own, or a script could not choose its isolation any more.
void StepRunner::borrow_backend() {
  pooled_backend_.reset();
  send("BEGIN");
  const Result answer = pipeline_.ask(PooledBackend::query());
  require_success(answer);
  pooled_backend_.emplace(answer);
  connection_.backend().set_serving_pid(pooled_backend_->pid());
  send("COMMIT");
}

void StepRunner::create_tables() {
  const std::vector<std::string> statements = history_.creation();
  if (statements.empty()) return;
  send("BEGIN");
  send(kOwnPath);
  for (const std::string& statement : statements) {
    pipeline_.send({statement, {}}, [statement](const Result& answer) {
      if (answer.failed()) throw creation_error(statement, answer.report());
    });
  }
  send_proof_of_lock();
  send_durability(options_.durable ? Durability::on_disk : Durability::soon);
  send("COMMIT");
  pipeline_.then([this] { history_.created(); });
  pipeline_.settle();
}

// Every step leaves the session as it found it, so that each begins with equal settings.
void StepRunner::send_step(const Step& step) {
  pipeline_.then([this, &step] { begin(step); });
  const bool first = &step == &steps_.front();
  pipeline_.name_statements(!pooled_backend_);
  if (!options_.one_transaction || first) send(step.script.begin);
  send_all(pipeline_, settings_for(step, options_.lock_timeout, connection_.backend().server_version()));
  send_items(step);
  const bool last = &step == &steps_.back();
  if (!options_.one_transaction || last) pipeline_.send({kCheckDeferred, {}}, require_constraints);
  const bool commits = !options_.one_transaction || last;
  send_ending(step, history_.done(step, retries_for(step) + 1), lock_timeout_of(step, options_.lock_timeout),
              commits);
  if (options_.one_transaction) pipeline_.then([this] { times_.push_back(elapsed()); });
  if (commits) send_commit(step, waits_for_disk(step) ? Durability::on_disk : Durability::soon);
  pipeline_.settle();
}

// The reader lives until the last of its items is answered: errors point into it.
void StepRunner::send_items(const Step& step) {
  BetweenStatements between;
  between.echo = [this](const std::string& line) { pipeline_.then([this, line] { observer_.echo(line); }); };
  const auto items = std::make_shared<ScriptStatements>(step.script, std::move(between));
  std::size_t number = 0;
  while (auto next = items->next()) {
    const auto item = std::make_shared<const ScriptStatement>(std::move(*next));
    ++number;
    if (item->rows) {
      copy(step, *item, number);
      continue;
    }
    pipeline_.then([this, &step, item, number] { tell_statement(step, *item, number); });
    pipeline_.send({std::string(item->sql()), {}}, [items, item](const Result& answer) {
      if (answer.failed()) throw to_error(answer.report(), *item);
    });
  }
}

// The path holds until the end: nothing of the script is left to run, and what follows is ours.
void StepRunner::send_ending(const Step& step, const Query& record, Milliseconds lock_timeout, bool commits) {
  send_all(pipeline_, pooled_backend_ ? pooled_backend_->restoring_statements() : restoring_statements());
  const std::vector<Query> opening = history_.before_done(step);
  pipeline_.send(opening[0], require_open_transaction);
  send_all(pipeline_, recording_statements(lock_timeout, connection_.backend().server_version()));
  pipeline_.send(opening[1], TableTrust::require_unchanged);
  pipeline_.send_again(record, require_recorded);
  send_all(pipeline_, pooled_backend_ ? pooled_backend_->forgetting_statements() : forgetting_statements());
  if (commits) send_proof_of_lock();
  // What is set for the transaction alone would be put back by the COMMIT as if the session had set it.
  if (pooled_backend_) {
    send_all(pipeline_, pooled_backend_->restoring_statements());
  } else if (options_.one_transaction) {
    send_all(pipeline_, settings_as_before());
  }
}

void StepRunner::send_proof_of_lock() {
  if (options_.pooled_lock != nullptr)
    pipeline_.send(options_.pooled_lock->proof(), PooledLock::require_held);
}

// A server that goes down before the disk has a COMMIT loses the step and its row together, or the tables
// that were made, and whatever was committed after it.
void StepRunner::send_durability(Durability durability) {
  if (durability == Durability::on_disk) send(make_commit_wait(Scope::transaction));
  pipeline_.then([this] { answers_early_ = false; });
  if (durability == Durability::on_disk) return;
  pipeline_.send({let_commit_answer_early(), {}}, [this](const Result& answer) {
    require_success(answer);
    answers_early_ = answers_early(answer);
  });
}

void StepRunner::send_commit(const Step& step, Durability durability) {
  send_durability(durability);
  ++commits_on_their_way_;
  tell_unfinished();
  pipeline_.send({"COMMIT", {}}, [this, &step](const Result& answer) {
    committed(step, answer);
    not_yet_on_disk_ = answers_early_;
  });
}

// Unless the COMMIT of the next one can wait for both.
bool StepRunner::waits_for_disk(const Step& step) const {
  if (options_.durable) return true;
  const auto next = static_cast<std::size_t>(&step - steps_.data()) + 1;
  return next == steps_.size() || !steps_[next].script.in_transaction();
}

void StepRunner::run_outside(const Step& step) {
  begin(step);
  progress_.emplace();
  tell_unfinished();
  pipeline_.name_statements(false);
  send_all(pipeline_, settings_for(step, options_.lock_timeout, connection_.backend().server_version()));
  send(make_commit_wait(Scope::session));
  pipeline_.finish();
  OutsideRunner(connection_, pipeline_, history_, observer_).run(step, *progress_);
  send("BEGIN READ WRITE");
  send_ending(step, history_.done(step, 1, elapsed(), progress_), Milliseconds{0});
  send_commit(step, Durability::on_disk);
  pipeline_.finish();
  keep_lock(connection_);
}

void StepRunner::copy(const Step& step, const ScriptStatement& item, std::size_t number) {
  pipeline_.finish();
  tell_statement(step, item, number);
  const Result result = copy_rows(connection_, std::string(item.sql()), item.rows->text);
  if (result.failed()) throw to_error(result.report(), item);
}

void StepRunner::send(std::string sql) { send_all(pipeline_, {std::move(sql)}); }

void StepRunner::begin(const Step& step) {
  current_ = &step;
  started_ = std::chrono::steady_clock::now();
  progress_.reset();
  observer_.step_started(step);
}

void StepRunner::tell_statement(const Step& step, const ScriptStatement& item, std::size_t number) {
  observer_.statement_started(step, number, summary_of(item.statement.text));
}

void StepRunner::committed(const Step& step, const Result& answer) {
  if (answer.failed() && !connection_.alive()) throw lost_at_commit(step);
  --commits_on_their_way_;
  require_commit(answer);
  current_ = nullptr;
  retries_ = 0;
  if (!options_.one_transaction) {
    ++done_;
    tell_unfinished();
    return observer_.step_finished(step, elapsed());
  }
  done_ = steps_.size();
  tell_unfinished();
  for (std::size_t i = 0; i < steps_.size(); ++i) observer_.step_finished(steps_[i], times_[i]);
}

Error StepRunner::abandoned(const Error& error) {
  pipeline_.abandon();
  times_.clear();
  // Whatever was sent is executed even so, unless the server said that it stopped. What a pooler says of
  // a server that it lost is no word of the server, and neither are the last words of one that crashes.
  const bool server_said_nothing =
      error.sqlstate().empty() || error.sqlstate().starts_with("08") || error.sqlstate() == kServerCrashed;
  const bool at_commit = commits_on_their_way_ > 0;
  commit_in_doubt_ = !connection_.alive() && server_said_nothing && (at_commit || not_yet_on_disk_);
  if (commit_in_doubt_) {
    const Step& step = current_ == nullptr ? steps_[done_] : *current_;
    Error told = with_step(at_commit ? lost_at_commit(step) : lost_before_disk(step), step);
    if (at_commit && connection_.interruption().unanswered())
      told = unanswered_at_commit(step, connection_.backend().serving_pid());
    connection_.interruption().set_unfinished(told);
    return told;
  }
  commits_on_their_way_ = 0;
  tell_unfinished();
  return current_ == nullptr ? error : with_step(error, *current_);
}

bool StepRunner::may_try_again(const Error& error) const {
  return may_pass(error) && current_ != nullptr && !progress_ && retries_ < options_.lock_retries;
}

void StepRunner::try_again(const Error& error) {
  clean_up({});
  const Milliseconds pause = pause_before(++retries_);
  observer_.gave_way(*current_, error, {retries_, options_.lock_retries, elapsed(), pause});
  connection_.interruption().pause(pause);
}

// What failed was the first statement, in a transaction that is undone.
bool StepRunner::nothing_has_run() const {
  return progress_ && progress_->done == 0 && !progress_->may_stay && !current_->resumed &&
         connection_.alive();
}

Error StepRunner::fail(const Error& error) {
  if (current_ == nullptr) {
    clean_up({});
    return error;
  }
  if (nothing_has_run()) progress_.reset();
  clean_up(history_.failed(*current_, retries_ + 1, error, elapsed(), progress_));
  if (progress_) return left_half_done(error, *current_, *progress_, !connection_.alive());
  if (error.kind() == ErrorKind::source) return error.as(ErrorKind::failed);
  return retries_ > 0 && may_pass(error) ? gave_up(error, retries_) : error;
}

// Best effort: what failed is already known, and a lost connection has undone everything by itself.
void StepRunner::clean_up(const std::optional<Query>& record) {
  if (!connection_.alive()) return;
  std::vector<Query> last;
  if (record) {
    last = history_.before_log();
    last.push_back(*record);
  } else if (not_yet_on_disk_) {
    last.push_back({kOnDiskNow, {}});
  }
  if (options_.pooled_lock != nullptr) return clean_up_pooled(last);
  std::vector<Query> clearing;
  if (!connection_.idle()) clearing.push_back({"ROLLBACK", {}});
  for (std::string& statement : restoring_statements()) clearing.push_back({std::move(statement), {}});
  clearing.push_back({"DEALLOCATE ALL", {}});  // the only thing of the session that outlives a rollback
  clearing.push_back({make_commit_wait(Scope::session), {}});
  if (auto lift = lift_idle_limit(connection_)) clearing.push_back(std::move(*lift));
  const std::vector<Query> saying = last.empty() ? last : own_transaction(last);
  std::vector<std::span<const Query>> groups;
  for (const Query& query : clearing) groups.push_back({&query, 1});
  groups.push_back(saying);
  try {
    connection_.try_groups(groups);
    if (!connection_.idle()) connection_.execute("ROLLBACK");
  } catch (const Error&) {
  }
}

// After the rollback it belongs to another client.
void StepRunner::clean_up_pooled(const std::vector<Query>& last) {
  try {
    if (!connection_.idle())
      connection_.execute(pooled_backend_ ? pooled_backend_->forget_after_rollback() : "ROLLBACK");
    if (!last.empty()) (void)try_in_own_transaction(connection_, last);
  } catch (const Error&) {
  }
}

// Only the step that was in the way is tried again; what follows it is sent for the first time.
std::size_t StepRunner::retries_for(const Step& step) const {
  return &step == &steps_[done_] || options_.one_transaction ? retries_ : 0;
}

// What the process says if it has to end before it knows more.
void StepRunner::tell_unfinished() const {
  if (commits_on_their_way_ > 0) {
    return connection_.interruption().set_unfinished(
        unanswered_at_commit(steps_[done_], connection_.backend().serving_pid()));
  }
  if (!progress_ || current_ == nullptr) return connection_.interruption().set_unfinished({});
  const Error stop =
      without_answer({ErrorKind::in_doubt, "runner was stopped"}, connection_.backend().serving_pid());
  connection_.interruption().set_unfinished(
      with_step(left_half_done(stop, *current_, *progress_, true), *current_));
}

Milliseconds StepRunner::elapsed() const {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - started_);
}

}  // namespace runner
