#include "outside_runner.hpp"

#include <fmt/format.h>

#include <utility>

#include "client/copying.hpp"
#include "client/own_transaction.hpp"
#include "script_error.hpp"
#include "session.hpp"
#include "sql/transaction_block.hpp"
#include "store/lock.hpp"

namespace runner {
namespace {

// What the log holds of a step since it was last done: {} is the table, $1 the step, $2 how many of its
// statements had run.
constexpr std::string_view kSince =
    "with since as (select l.id, l.outcome, age(l.xmin) from {0} l where l.name = $1"
    " and l.statement = $2::bigint and l.id > coalesce((select max(id) from {0} d"
    " where d.name = $1 and d.outcome = 'done'), 0)) ";

// The server refuses the statement in a transaction, or it ends one itself, or nothing can be
// written beside it: all of it is undone.
bool wants_no_transaction(const ServerReport& report) {
  return report.sqlstate == kInTransaction || report.sqlstate == kCannotEndTransaction ||
         report.sqlstate == kReadOnlyTransaction;
}

// What the statement names cannot be looked up. The server then refuses the statement itself, at its place.
bool is_no_name(const ServerReport& report) {
  for (const char* code :
       {kNameMalformed, kInvalidParameterValue, kStatementMalformed, kFeatureNotSupported}) {
    if (report.sqlstate == code) return true;
  }
  return false;
}

// Of the text that was sent, before anything of it was done; the text inside a function has a context.
bool is_syntax_error(const Error& error) {
  return error.sqlstate() == kStatementMalformed && error.context().empty();
}

}  // namespace

// A resumed script needs the settings of the session in which it stopped.
void OutsideRunner::run(const Step& step, ScriptProgress& progress) {
  ScriptStatements items(step.script, {.echo = [this](const std::string& line) { observer_.echo(line); }});
  ScriptProgress passed;
  bool begun = false;
  while (const auto item = items.next()) {
    if (passed.done + 1 >= step.first_statement) {
      if (!std::exchange(begun, true)) write_down(step, passed);
      run_item(step, *item, passed, progress.may_stay);
      if (connection_.idle() && drops_session_locks(item->sql())) keep_lock(connection_);
    } else if (sets_session(item->sql())) {
      run_bare(*item);
    }
    passed.advance(*item);
    // COMMIT AND CHAIN begins the next transaction at once.
    if (connection_.idle() || item->statement.kind == StatementKind::commit) progress = passed;
  }
  if (!connection_.idle()) throw Error(ErrorKind::failed, "the script leaves a transaction open");
}

// What speaks of a transaction block must not find runner's own around it.
void OutsideRunner::run_item(const Step& step, const ScriptStatement& item, const ScriptProgress& passed,
                             bool& may_stay) {
  ScriptProgress after = passed;
  after.advance(item);
  observer_.statement_started(step, after.done, summary_of(item.statement.text));
  const StatementKind kind = item.statement.kind;
  if (!connection_.idle()) return run_in_block(step, item, after);
  if (kind == StatementKind::begin) return run_bare(item);
  const bool ends_nothing = kind == StatementKind::commit || kind == StatementKind::rollback ||
                            kind == StatementKind::prepare_transaction;
  if (ends_nothing || needs_transaction_block(item.sql())) {
    run_bare(item);
    return write_down(step, after);
  }
  if (kind != StatementKind::outside_transaction && run_with_journal(step, item, after)) return;
  may_stay = true;
  const bool again = step.resumed && after.done == step.first_statement;
  if (again && was_done_unheard(step, item, after.done)) return write_down(step, after);
  drop_leftovers(item.sql(), again);
  try {
    run_bare(item);
  } catch (const Error& error) {
    may_stay = !is_syntax_error(error);
    if (may_stay && connection_.alive()) throw with_leftovers(error, item.sql());
    throw;
  }
  write_down(step, after);
}

// Inside a transaction of the script's own nothing is certain until it ends. The journal is written with its
// COMMIT, or after it when the transaction can write nothing or ends otherwise.
void OutsideRunner::run_in_block(const Step& step, const ScriptStatement& item, const ScriptProgress& after) {
  const bool with_commit = item.statement.kind == StatementKind::commit &&
                           connection_.execute("SHOW transaction_read_only").text(0, 0) == "off";
  if (with_commit) {
    fire_deferred(item);
    send_journal(step, after);
  }
  run_bare(item);
  if (connection_.idle() && !with_commit) write_down(step, after);
}

// False when the statement will not have a transaction around it.
bool OutsideRunner::run_with_journal(const Step& step, const ScriptStatement& item,
                                     const ScriptProgress& after) {
  bool refused = false;
  try {
    send_all(pipeline_, {"BEGIN"});
    if (item.rows) {
      run_bare(item);
    } else {
      pipeline_.send({std::string(item.sql()), {}}, [&](const Result& answer) {
        if (!answer.failed()) return;
        refused = wants_no_transaction(answer.report());
        throw to_error(answer.report(), item);
      });
    }
    fire_deferred(item);
    send_as_ourselves(history_.progress(step, after), [&](const Result& answer) {
      refused = answer.failed() && wants_no_transaction(answer.report());
      require_written(answer);
    });
    pipeline_.send({"COMMIT", {}}, require_commit);
    pipeline_.finish();
    return true;
  } catch (const Error&) {
    if (!refused) throw;
  }
  pipeline_.abandon();
  connection_.execute("ROLLBACK");
  return false;
}

void OutsideRunner::run_bare(const ScriptStatement& item) {
  pipeline_.finish();
  const std::string sql(item.sql());
  const Result result =
      item.rows ? copy_rows(connection_, sql, item.rows->text) : connection_.try_execute(sql);
  if (result.failed()) throw to_error(result.report(), item);
}

void OutsideRunner::write_down(const Step& step, const ScriptProgress& progress) {
  send_all(pipeline_, {"BEGIN READ WRITE"});
  send_journal(step, progress);
  pipeline_.send({"COMMIT", {}}, require_commit);
  pipeline_.finish();
}

void OutsideRunner::send_journal(const Step& step, const ScriptProgress& progress) {
  send_as_ourselves(history_.progress(step, progress), require_written);
}

// What the script has deferred to the COMMIT: under its own role and settings, as in psql.
void OutsideRunner::fire_deferred(const ScriptStatement& item) {
  pipeline_.send({kCheckDeferred, {}}, [&](const Result& answer) {
    if (answer.failed()) throw to_error(answer.report(), item);
  });
}

void OutsideRunner::send_as_ourselves(const Query& record, const Pipeline::Answered& answered) {
  send_all(pipeline_, statements_to_be_ourselves());
  const std::vector<Query> opening = history_.before_log();
  pipeline_.send(opening[0], require_success);
  pipeline_.send(opening[1], TableTrust::require_unchanged);
  pipeline_.send(record, answered);
}

// The server finishes a statement though its client is gone: then the log does not have it.
bool OutsideRunner::was_done_unheard(const Step& step, const ScriptStatement& item, std::size_t number) {
  auto trace = trace_of(item.sql());
  if (!trace) return false;
  Query& query = trace->query;
  query.sql = fmt::format(kSince, history_.log()) + query.sql;
  query.parameters.insert(query.parameters.begin(), {step.name, std::to_string(number - 1)});
  const Result answer = ask_as_ourselves(*trace);
  if (answer.failed() && is_no_name(answer.report())) return false;
  require_success(answer);
  const bool done = answer.rows() > 0;
  if (done)
    observer_.remark(
        {.rule = "statement-already-done",
         .message = fmt::format("statement {} was finished after an earlier run was cut off", number)});
  return done;
}

// The script's own settings hold for what it names, and ours for the rest.
Result OutsideRunner::ask_as_ourselves(const NamedQuery& named) {
  std::vector<Query> queries;
  for (std::string& statement : statements_to_be_ourselves()) queries.push_back({std::move(statement), {}});
  queries.push_back(named.query);
  std::vector<Result> answers = try_in_own_transaction(connection_, queries, {named.resolve});
  return std::move(answers.back());
}

// An INVALID index of that name would make the statement fail, or let IF NOT EXISTS pass it over as
// if it were there.
void OutsideRunner::drop_leftovers(std::string_view sql, bool again) {
  for (const std::string& index : invalid_indexes(sql, again)) {
    observer_.remark(
        {.rule = "invalid-index",
         .message = fmt::format("{} is INVALID: dropping it concurrently, then building it again", index)});
    connection_.execute("DROP INDEX CONCURRENTLY " + index);
  }
}

std::vector<std::string> OutsideRunner::invalid_indexes(std::string_view sql, bool any_name) {
  const auto query = leftovers_of(sql, any_name);
  if (!query) return {};
  const Result answer = ask_as_ourselves(*query);
  if (answer.failed() && is_no_name(answer.report())) return {};
  require_success(answer);
  return answer.texts(0);
}

Error OutsideRunner::with_leftovers(const Error& error, std::string_view sql) {
  Error told = error;
  for (const std::string& index : invalid_indexes(sql, true)) {
    const std::string left =
        fmt::format("{} is left INVALID; the next run drops it and builds it again.", index);
    told.detail(told.detail().empty() ? left : told.detail() + "\n" + left);
  }
  return told;
}

}  // namespace runner
