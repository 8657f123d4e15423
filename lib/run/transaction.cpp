#include "transaction.hpp"

#include <optional>
#include <span>
#include <utility>

#include "client/own_transaction.hpp"
#include "plan/step_errors.hpp"
#include "pooled_backend.hpp"
#include "session.hpp"
#include "store/lock.hpp"

namespace runner {
namespace {

// Constraints are checked at COMMIT. To the author of the script, a failure here is a failure there.
void require_constraints(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report()).prefix("at COMMIT");
}

// The script itself has succeeded. Only its row failed.
void require_recorded(const Result& answer) {
  try {
    require_written(answer);
  } catch (const Error& error) {
    throw error.kind() == ErrorKind::failed && !error.sqlstate().empty() ? not_recorded(error) : error;
  }
}

// runner has checked the script for transaction control. This catches what only the server can see.
void require_open_transaction(const Result& answer) {
  if (!answer.failed() || answer.report().sqlstate != kNotInTransaction) return require_recorded(answer);
  throw Error(ErrorKind::in_doubt, "a statement ended the transaction that the script runs in")
      .detail("The statements before it may have been committed without a history row.");
}

class DirectTransaction : public Transaction {
 public:
  using Transaction::Transaction;

 private:
  void open_session() override {}
  bool keeps_names() const noexcept override { return true; }
  std::vector<std::string> restoring() const override { return restoring_statements(); }
  std::vector<std::string> forgetting() const override { return forgetting_statements(); }
  std::vector<std::string> after_recording() const override {
    return run_.steps.share_transaction() ? settings_as_before() : std::vector<std::string>{};
  }
  void prove_lock() override {}
  void clean_up(const std::vector<Query>& last) override;
};

void DirectTransaction::clean_up(const std::vector<Query>& last) {
  Connection& connection = run_.connection;
  std::vector<Query> clearing;
  if (!connection.idle()) clearing.push_back({"ROLLBACK", {}});
  for (std::string& statement : restoring_statements()) clearing.push_back({std::move(statement), {}});
  clearing.push_back({"DEALLOCATE ALL", {}});  // of the session's objects, only these survive a rollback
  clearing.push_back({make_commit_wait(Scope::session), {}});
  if (auto lift = lift_idle_limit(connection)) clearing.push_back(std::move(*lift));
  const std::vector<Query> saying = last.empty() ? last : own_transaction(last);
  std::vector<std::span<const Query>> groups;
  for (const Query& query : clearing) groups.push_back({&query, 1});
  groups.push_back(saying);
  connection.try_groups(groups);
  if (!connection.idle()) connection.execute("ROLLBACK");
}

class PooledTransaction : public Transaction {
 public:
  PooledTransaction(const RunParts& run, const PooledLock& lock) : Transaction(run), lock_(lock) {}

 private:
  void open_session() override;
  bool keeps_names() const noexcept override { return false; }
  std::vector<std::string> restoring() const override { return backend_->restoring_statements(); }
  std::vector<std::string> forgetting() const override { return backend_->forgetting_statements(); }
  // Otherwise COMMIT would restore the values before SET LOCAL as if the session had set them.
  std::vector<std::string> after_recording() const override { return restoring(); }
  void prove_lock() override { run_.pipeline.send(lock_.proof(), PooledLock::require_held); }
  void clean_up(const std::vector<Query>& last) override;

  const PooledLock& lock_;
  std::optional<PooledBackend> backend_;  // set by open_session()
};

// The pooler sends everything up to the Sync to one backend, even several transactions. The query has its own
// transaction: after it, a script could not choose its isolation level any more.
void PooledTransaction::open_session() {
  backend_.reset();
  send_all(run_.pipeline, {"BEGIN"});
  const Result answer = run_.pipeline.ask(PooledBackend::query());
  require_success(answer);
  backend_.emplace(answer);
  run_.connection.backend().set_serving_pid(backend_->pid());
  send_all(run_.pipeline, {"COMMIT"});
}

// After the rollback, the backend belongs to another client.
void PooledTransaction::clean_up(const std::vector<Query>& last) {
  Connection& connection = run_.connection;
  if (!connection.idle()) connection.execute(backend_ ? backend_->forget_after_rollback() : "ROLLBACK");
  if (!last.empty()) (void)try_in_own_transaction(connection, last);
}

}  // namespace

void Transaction::open(Durability durability) {
  open_session();
  create_tables(durability);
}

void Transaction::create_tables(Durability durability) {
  const std::vector<std::string> statements = run_.history.creation();
  if (statements.empty()) return;
  send_all(run_.pipeline, {"BEGIN", kOwnPath});
  for (const std::string& statement : statements) {
    run_.pipeline.send({statement, {}}, [statement](const Result& answer) {
      if (answer.failed()) throw creation_error(statement, answer.report());
    });
  }
  prove_lock();
  send_all(run_.pipeline, {make_commit_answer(durability), "COMMIT"});
  run_.pipeline.then([this] { run_.history.created(); });
  run_.pipeline.settle();
}

void Transaction::begin(const Step& step) {
  run_.pipeline.name_statements(keeps_names());
  if (run_.steps.begins_transaction(step)) send_all(run_.pipeline, {step.script.begin});
}

void Transaction::check_deferred(const Step& step) {
  if (run_.steps.ends_transaction(step)) run_.pipeline.send({kCheckDeferred, {}}, require_constraints);
}

// The path applies until the end: only runner's own statements follow.
void Transaction::record(const Step& step, const Query& row, Milliseconds lock_timeout) {
  send_all(run_.pipeline, restoring());
  const std::vector<Query> opening = run_.history.before_done(step);
  run_.pipeline.send(opening[0], require_open_transaction);
  send_all(run_.pipeline, recording_statements(lock_timeout, run_.connection.backend().server_version()));
  run_.pipeline.send(opening[1], TableTrust::require_unchanged);
  run_.pipeline.send_again(row, require_recorded);
  send_all(run_.pipeline, forgetting());
  if (run_.steps.ends_transaction(step)) prove_lock();
  send_all(run_.pipeline, after_recording());
}

void Transaction::roll_back(const std::vector<Query>& last) {
  if (!run_.connection.alive()) return;
  try {
    clean_up(last);
  } catch (const Error&) {
  }
}

std::unique_ptr<Transaction> transaction_of(const RunParts& run, const PooledLock* lock) {
  if (lock == nullptr) return std::make_unique<DirectTransaction>(run);
  return std::make_unique<PooledTransaction>(run, *lock);
}

}  // namespace runner
