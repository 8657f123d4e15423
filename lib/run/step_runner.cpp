#include "step_runner.hpp"

#include <algorithm>
#include <random>
#include <utility>

#include "plan/step_errors.hpp"
#include "script_sender.hpp"
#include "session.hpp"
#include "sqlstate.hpp"
#include "store/lock.hpp"

namespace runner {
namespace {

// Commits a message, so that everything committed before is on disk.
constexpr const char* kOnDiskNow = "select pg_logical_emit_message(true, 'runner', '')";

// Grows with each retry and is random, so that two sessions in conflict do not collide again.
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
      pipeline_(connection),
      transaction_(transaction_of({connection, pipeline_, history_, steps_}, options.pooled_lock)) {}

void StepRunner::run(std::span<const Step> steps) {
  steps_ = RunSteps(steps, options_.one_transaction);
  current_.reset();
  while (!steps_.rest().empty()) {
    try {
      run_rest();
    } catch (const Error& error) {
      const Error told = abandoned(error);
      if (!may_try_again(told)) throw fail(told);
      try_again(told);
    }
  }
}

// runner has checked all files, so an error in one means that it has changed since. First waits for the
// answers to what was sent: the earlier steps are done then, and an error from the server takes precedence.
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
  transaction_->open(options_.durable ? Durability::on_disk : Durability::soon);
  for (const Step& step : steps_.rest()) {
    if (step.script.in_transaction()) {
      send_step(step);
    } else {
      pipeline_.finish();
      run_outside(step);
    }
  }
  pipeline_.finish();
}

// Every step leaves the session as it found it, so that all begin with the same settings.
void StepRunner::send_step(const Step& step) {
  pipeline_.then([this, &step] { begin(step); });
  transaction_->begin(step);
  send_settings(step);
  send_script(connection_, pipeline_, observer_, step);
  transaction_->check_deferred(step);
  transaction_->record(step, history_.done(step, tries_of(step)),
                       lock_timeout_of(step, options_.lock_timeout));
  if (steps_.ends_transaction(step)) {
    send_commit(step, durability_of(step));
  } else {
    pipeline_.then([this] { current_->times.push_back(current_->elapsed()); });
  }
  pipeline_.settle();
}

void StepRunner::send_settings(const Step& step) {
  send_all(pipeline_, settings_for(step, options_.lock_timeout, connection_.backend().server_version()));
}

void StepRunner::send_commit(const Step& step, Durability durability) {
  pipeline_.send({make_commit_answer(durability), {}}, [this, durability](const Result& answer) {
    require_success(answer);
    commits_.next_answers_early(durability == Durability::soon && answers_early(answer));
  });
  commits_.sent();
  tell_unfinished();
  pipeline_.send({"COMMIT", {}}, [this, &step](const Result& answer) { committed(step, answer); });
}

void StepRunner::run_outside(const Step& step) {
  begin(step);
  OutsideRunner& outside = current_->outside.emplace(connection_, pipeline_, history_, observer_, step);
  tell_unfinished();
  pipeline_.name_statements(false);
  send_settings(step);
  send_all(pipeline_, {make_commit_wait(Scope::session)});
  pipeline_.finish();
  outside.run();
  send_all(pipeline_, {"BEGIN READ WRITE"});
  const Query row = history_.done(step, 1, current_->elapsed(), outside.progress());
  transaction_->record(step, row, Milliseconds{0});
  send_commit(step, Durability::on_disk);
  pipeline_.finish();
  keep_lock(connection_);
}

Durability StepRunner::durability_of(const Step& step) const {
  const bool next_waits_for_both = !options_.durable && steps_.another_commit_follows(step);
  return next_waits_for_both ? Durability::soon : Durability::on_disk;
}

// Only the transaction that is retried has earlier tries. The steps after it run for the first time.
std::size_t StepRunner::tries_of(const Step& step) const {
  return current_ && steps_.in_next_transaction(step) ? current_->retries + 1 : 1;
}

void StepRunner::begin(const Step& step) {
  if (!current_) current_.emplace();
  current_->step = &step;
  current_->started = std::chrono::steady_clock::now();
  observer_.step_started(step);
}

void StepRunner::committed(const Step& step, const Result& answer) {
  if (answer.failed() && !connection_.alive()) throw lost_at_commit(step);
  commits_.answered();
  require_commit(answer);
  commits_.succeeded();
  std::vector<Milliseconds> times = std::move(current_->times);
  times.push_back(current_->elapsed());
  current_.reset();
  const std::span<const Step> done = steps_.commit(step);
  tell_unfinished();
  for (std::size_t i = 0; i < done.size(); ++i) observer_.step_finished(done[i], times[i]);
}

// Sets the error to report if the process must end before runner knows more.
void StepRunner::tell_unfinished() const {
  if (commits_.on_their_way())
    return connection_.interruption().set_unfinished(
        unanswered_at_commit(steps_.next(), connection_.backend().serving_pid()));
  if (!stays_half_done()) return connection_.interruption().set_unfinished({});
  const Step& step = *current_->step;
  const Error stop =
      without_answer({ErrorKind::in_doubt, "runner was stopped"}, connection_.backend().serving_pid());
  connection_.interruption().set_unfinished(
      with_step(left_half_done(stop, step, current_->outside->progress(), true), step));
}

Error StepRunner::abandoned(const Error& error) {
  pipeline_.abandon();
  if (current_) current_->times.clear();
  const Doubt doubt = commits_.break_off(error, connection_.alive());
  if (doubt != Doubt::none) {
    const Error told = in_doubt(doubt);
    connection_.interruption().set_unfinished(told);
    return told;
  }
  tell_unfinished();
  return current_ ? with_step(error, *current_->step) : error;
}

Error StepRunner::in_doubt(Doubt doubt) const {
  const Step& step = current_ ? *current_->step : steps_.next();
  if (doubt == Doubt::before_disk) return with_step(lost_before_disk(step), step);
  if (connection_.interruption().unanswered())
    return unanswered_at_commit(step, connection_.backend().serving_pid());
  return with_step(lost_at_commit(step), step);
}

bool StepRunner::may_try_again(const Error& error) const {
  return is_lock_conflict(error.sqlstate()) && current_ && !current_->outside &&
         current_->retries < options_.lock_retries;
}

void StepRunner::try_again(const Error& error) {
  roll_back({});
  const Milliseconds pause = pause_before(++current_->retries);
  const Retry retry{current_->retries, options_.lock_retries, current_->elapsed(), pause};
  observer_.gave_way(*current_->step, error, retry);
  connection_.interruption().pause(pause);
}

// Whether the first statement failed, in a transaction that was undone.
bool StepRunner::nothing_has_run() const {
  const auto progress = current_->progress();
  return progress && progress->done == 0 && !progress->may_stay && !current_->step->resumed &&
         connection_.alive();
}

Error StepRunner::fail(const Error& error) {
  if (!current_) {
    roll_back({});
    return error;
  }
  if (nothing_has_run()) current_->outside.reset();
  const Step& step = *current_->step;
  const std::size_t retries = current_->retries;
  const auto progress = current_->progress();
  roll_back(history_.failed(step, retries + 1, error, current_->elapsed(), progress));
  if (progress) return left_half_done(error, step, *progress, !connection_.alive());
  if (error.kind() == ErrorKind::source) return error.as(ErrorKind::failed);
  return retries > 0 && is_lock_conflict(error.sqlstate()) ? gave_up(error, retries) : error;
}

// Waits until everything committed is on disk: with the row about the failure, or an empty message.
void StepRunner::roll_back(const std::optional<Query>& row) {
  std::vector<Query> last;
  if (row) {
    last = history_.before_log();
    last.push_back(*row);
  } else if (commits_.not_yet_on_disk()) {
    last.push_back({kOnDiskNow, {}});
  }
  transaction_->roll_back(last);
}

std::optional<ScriptProgress> CurrentStep::progress() const {
  return outside ? std::optional(outside->progress()) : std::nullopt;
}

}  // namespace runner
