#include "outside_runner.hpp"

#include <fmt/format.h>

#include <utility>

#include "client/own_transaction.hpp"
#include "script_error.hpp"
#include "script_sender.hpp"
#include "session.hpp"
#include "store/lock.hpp"

namespace runner {
namespace {

// A step's log rows since it was last done. {0} is the table, $1 the step, $2 how many of its statements had
// run.
constexpr std::string_view kSince =
    "with since as (select l.id, l.outcome, age(l.xmin) from {0} l where l.name = $1"
    " and l.statement = $2::bigint and l.id > coalesce((select max(id) from {0} d"
    " where d.name = $1 and d.outcome = 'done'), 0)) ";

// The server refuses the statement in a transaction, the statement itself ends one, or runner cannot write to
// the log in it. The server undoes all of it.
bool wants_no_transaction(const ServerReport& report) {
  return report.sqlstate == kInTransaction || report.sqlstate == kCannotEndTransaction ||
         report.sqlstate == kReadOnlyTransaction;
}

// A name in the statement cannot be looked up. The server then refuses the statement itself, at its place.
bool is_no_name(const ServerReport& report) {
  for (const char* code :
       {kNameMalformed, kInvalidParameterValue, kStatementMalformed, kFeatureNotSupported}) {
    if (report.sqlstate == code) return true;
  }
  return false;
}

// In the text that was sent, so nothing of it has run. A syntax error inside a function has a context.
bool is_syntax_error(const Error& error) {
  return error.sqlstate() == kStatementMalformed && error.context().empty();
}

// Thrown when the server refuses a statement in a transaction.
struct RefusedInTransaction {};

void require_accepted(const Result& answer) {
  if (answer.failed() && wants_no_transaction(answer.report())) throw RefusedInTransaction{};
}

}  // namespace

void OutsideRunner::run() {
  ScriptStatements items(step_.script, {.echo = [this](const std::string& line) { observer_.echo(line); }});
  while (const auto item = items.next()) pass(*item);
  if (!connection_.idle()) throw Error(ErrorKind::failed, "the script leaves a transaction open");
}

// A resumed script needs the settings of the session in which it stopped.
void OutsideRunner::pass(const ScriptStatement& item) {
  if (reached_.done + 1 == step_.first_statement) write_down();
  reached_.advance(item);
  if (reached_.done >= step_.first_statement) {
    run_item(item);
    if (connection_.idle() && drops_session_locks(item.sql())) keep_lock(connection_);
  } else if (sets_session(item.sql())) {
    run_bare(item);
  }
  // COMMIT AND CHAIN begins the next transaction at once.
  if (connection_.idle() || item.statement.kind == StatementKind::commit) certain_ = reached_;
}

void OutsideRunner::run_item(const ScriptStatement& item) {
  observer_.statement_started(step_, reached_.done, summary_of(item.statement.text));
  Block block = connection_.idle() ? Block::none : Block::open;
  while (!run_as(way_to_run(item.statement.kind, item.sql(), block), item)) block = Block::refused;
}

// False when the server refuses the statement in a transaction. Nothing of it has run then.
bool OutsideRunner::run_as(Way way, const ScriptStatement& item) {
  switch (way) {
    case Way::in_block: run_in_block(item); break;
    case Way::commit_block: commit_block(item); break;
    case Way::begin_block: run_bare(item); break;
    case Way::without_block:
      run_bare(item);
      write_down();
      break;
    case Way::with_journal: return run_with_journal(item);
    case Way::alone: run_alone(item); break;
  }
  return true;
}

void OutsideRunner::run_in_block(const ScriptStatement& item) {
  run_bare(item);
  if (connection_.idle()) write_down();
}

// runner cannot write the log row in a read-only transaction, so it writes the row afterwards.
void OutsideRunner::commit_block(const ScriptStatement& item) {
  if (connection_.execute("SHOW transaction_read_only").text(0, 0) != "off") return run_in_block(item);
  const Query row = journal();
  fire_deferred(item);
  send_journal(row, require_written);
  run_bare(item);
}

bool OutsideRunner::run_with_journal(const ScriptStatement& item) {
  const Query row = journal();
  try {
    send_all(pipeline_, {"BEGIN"});
    if (item.rows) {
      run_bare(item);
    } else {
      pipeline_.send({std::string(item.sql()), {}}, [&item](const Result& answer) {
        require_accepted(answer);
        if (answer.failed()) throw to_error(answer.report(), item);
      });
    }
    fire_deferred(item);
    send_journal(row, [](const Result& answer) {
      require_accepted(answer);
      require_written(answer);
    });
    pipeline_.send({"COMMIT", {}}, require_commit);
    pipeline_.finish();
    return true;
  } catch (const RefusedInTransaction&) {
    pipeline_.abandon();
    connection_.execute("ROLLBACK");
    return false;
  }
}

void OutsideRunner::run_alone(const ScriptStatement& item) {
  certain_.may_stay = true;
  const bool again = step_.resumed && reached_.done == step_.first_statement;
  if (again && was_done_unheard(item)) return write_down();
  drop_leftovers(item.sql(), again);
  try {
    run_bare(item);
  } catch (const Error& error) {
    certain_.may_stay = !is_syntax_error(error);
    if (certain_.may_stay && connection_.alive()) throw with_leftovers(error, item.sql());
    throw;
  }
  write_down();
}

void OutsideRunner::run_bare(const ScriptStatement& item) { run_by_itself(connection_, pipeline_, item); }

void OutsideRunner::write_down() {
  const Query row = journal();
  send_all(pipeline_, {"BEGIN READ WRITE"});
  send_journal(row, require_written);
  pipeline_.send({"COMMIT", {}}, require_commit);
  pipeline_.finish();
}

// Call it before anything is sent: it may find that a file of the script has changed.
Query OutsideRunner::journal() const { return history_.progress(step_, reached_); }

void OutsideRunner::send_journal(const Query& row, const Pipeline::Answered& answered) {
  send_all(pipeline_, statements_to_be_ourselves());
  const std::vector<Query> opening = history_.before_log();
  pipeline_.send(opening[0], require_success);
  pipeline_.send(opening[1], TableTrust::require_unchanged);
  pipeline_.send(row, answered);
}

// Runs what the script deferred to the COMMIT, under the script's own role and settings, as in psql.
void OutsideRunner::fire_deferred(const ScriptStatement& item) {
  pipeline_.send({kCheckDeferred, {}}, [&item](const Result& answer) {
    if (answer.failed()) throw to_error(answer.report(), item);
  });
}

// The server finishes a statement even when its client is gone. The log then lacks that statement.
bool OutsideRunner::was_done_unheard(const ScriptStatement& item) {
  auto trace = trace_of(item.sql());
  if (!trace) return false;
  Query& query = trace->query;
  query.sql = fmt::format(kSince, history_.log()) + query.sql;
  query.parameters.insert(query.parameters.begin(), {step_.name, std::to_string(reached_.done - 1)});
  const Result answer = ask_as_ourselves(*trace);
  if (answer.failed() && is_no_name(answer.report())) return false;
  require_success(answer);
  const bool done = answer.rows() > 0;
  if (done)
    observer_.remark({.rule = "statement-already-done",
                      .message = fmt::format("statement {} was finished after an earlier run was cut off",
                                             reached_.done)});
  return done;
}

// Names resolve under the script's own settings. Everything else runs under runner's.
Result OutsideRunner::ask_as_ourselves(const NamedQuery& named) {
  std::vector<Query> queries;
  for (std::string& statement : statements_to_be_ourselves()) queries.push_back({std::move(statement), {}});
  queries.push_back(named.query);
  std::vector<Result> answers = try_in_own_transaction(connection_, queries, {named.resolve});
  return std::move(answers.back());
}

// An INVALID index of that name would make the statement fail, or make IF NOT EXISTS skip it as if the index
// were valid.
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
  for (const std::string& index : invalid_indexes(sql, true))
    told.add_detail(fmt::format("{} is left INVALID; the next run drops it and builds it again.", index));
  return told;
}

}  // namespace runner
