#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "client/own_transaction.hpp"

namespace runner {
namespace {

constexpr int kHasTransactionTimeout = 170000;

// Lifts the limits on a transaction as a whole.
std::vector<std::string> transaction_without_limit(std::string_view scope, int server_version) {
  std::vector<std::string> statements{fmt::format("SET {}idle_in_transaction_session_timeout = 0", scope)};
  if (server_version >= kHasTransactionTimeout)
    statements.push_back(fmt::format("SET {}transaction_timeout = 0", scope));
  return statements;
}

void append(std::vector<std::string>& statements, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(statements));
}

}  // namespace

Milliseconds lock_timeout_of(const Step& step, Milliseconds otherwise) {
  return step.script.directives.lock_timeout.value_or(otherwise);
}

// Each file begins with standard_conforming_strings on, as runner reads it. An earlier file may have turned
// it off in a DO or a function, unseen by runner. A pooler's backend may have begun with it off, and RESET
// brings that back. Until that file ends, the server reads its strings differently from runner. What follows
// is safe: runner's own statements have no backslash in a string, and send text from others as parameters.
std::vector<std::string> settings_for(const Step& step, Milliseconds lock_timeout, int server_version) {
  const Directives& directives = step.script.directives;
  const bool local = step.script.in_transaction();
  const char* scope = local ? "LOCAL " : "";
  // A concurrent index build must wait for other sessions for as long as they take.
  const Milliseconds lock = lock_timeout_of(step, local ? lock_timeout : Milliseconds{0});
  const Milliseconds statement = directives.statement_timeout.value_or(Milliseconds{0});
  std::vector<std::string> statements{fmt::format("SET {}standard_conforming_strings = on", scope),
                                      fmt::format("SET {}lock_timeout = {}", scope, lock.count()),
                                      fmt::format("SET {}statement_timeout = {}", scope, statement.count())};
  append(statements, transaction_without_limit(scope, server_version));
  return statements;
}

std::vector<std::string> restoring_statements() {
  return {"RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL"};
}

// With enable_seqscan off and no usable index, the estimated cost is so high that jit would compile it.
std::vector<std::string> recording_statements(Milliseconds lock_timeout, int server_version) {
  std::vector<std::string> statements{kOwnPath, kEveryRow,
                                      fmt::format("SET LOCAL lock_timeout = {}", lock_timeout.count()),
                                      "SET LOCAL enable_seqscan = off", "SET LOCAL jit = off"};
  append(statements, transaction_without_limit("LOCAL ", server_version));
  return statements;
}

std::vector<std::string> settings_as_before() {
  return {"SET LOCAL search_path TO DEFAULT", "SET LOCAL row_security TO DEFAULT",
          "SET LOCAL enable_seqscan TO DEFAULT", "SET LOCAL jit TO DEFAULT"};
}

std::vector<std::string> forgetting_statements() {
  return {"CLOSE ALL", "DEALLOCATE ALL", "UNLISTEN *", "DISCARD TEMP", "DISCARD SEQUENCES"};
}

std::vector<std::string> statements_to_be_ourselves() {
  return {"SET LOCAL session_authorization TO DEFAULT",
          "SET LOCAL role TO DEFAULT",
          "SET LOCAL client_encoding TO 'UTF8'",
          "SET LOCAL statement_timeout TO 0",
          kOwnPath,
          kEveryRow};
}

void require_success(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report());
}

void require_written(const Result& answer) {
  if (!answer.failed() || answer.report().sqlstate != kDivisionByZero) return require_success(answer);
  throw Error(ErrorKind::failed, "the server did not write the row of the history or of the log")
      .hint(
          "A trigger on runner's own tables discards rows: see \\d migration_history and \\d "
          "migration_log.");
}

void send_all(Pipeline& pipeline, std::vector<std::string> statements) {
  for (std::string& statement : statements) pipeline.send({std::move(statement), {}}, require_success);
}

void require_commit(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report()).prefix("COMMIT failed");
  if (answer.command_tag() != "COMMIT")
    throw Error(ErrorKind::failed, "the server rolled the transaction back at COMMIT");
}

}  // namespace runner
