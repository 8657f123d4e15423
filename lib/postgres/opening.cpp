#include "opening.hpp"

#include "lock.hpp"
#include "other_tables.hpp"
#include "own_transaction.hpp"
#include "session.hpp"

namespace runner {
namespace {

// The lock comes first, when it is wanted: what is read after it is only of use once it is held.
std::vector<Result> ask(Connection& connection, const std::string& schema, bool lock) {
  std::vector<Query> queries;
  if (lock) queries.push_back(lock_query(connection));
  for (Query& query : HistoryTables::queries()) queries.push_back(std::move(query));
  if (lock) {
    if (auto lift = lift_idle_limit(connection)) queries.push_back(std::move(*lift));
  }
  return try_in_own_transaction(connection, queries, {facts_query(schema)});
}

Opening opening_from(Connection& connection, std::span<const Result> answers, ServerFacts facts,
                     Wanted wanted) {
  HistoryTables tables(answers, connection.quoted(facts.schema));
  Recorded recorded = read_recorded(connection, tables, wanted);
  std::vector<std::string> others;
  if (wanted == Wanted::history && !tables.has_history()) others = other_tables(connection, facts);
  return {std::move(facts), std::move(tables), std::move(recorded), std::move(others), {}};
}

}  // namespace

Opening look_at(Connection& connection, const std::string& schema, Wanted wanted) {
  const std::vector<Result> answers = ask(connection, schema, false);
  return opening_from(connection, std::span(answers).subspan(1),
                      facts_from(answers.front(), schema, connection), wanted);
}

Opening lock_and_look_at(Connection& connection, const std::string& schema, Wanted wanted, Milliseconds limit,
                         Observer& observer, const ConnectAgain& connect_again,
                         const std::function<void()>& before_waiting) {
  const std::vector<Result> answers = ask(connection, schema, true);
  ServerFacts facts = facts_from(answers.front(), schema, connection);
  require_writable(facts);
  const bool pooled = behind_pooler(facts, connection);
  if (!pooled && has_lock(answers[1]))
    return opening_from(connection, std::span(answers).subspan(2), std::move(facts), wanted);
  if (before_waiting) before_waiting();
  if (pooled) {
    auto keeper = std::make_unique<LockKeeper>(connect_again(), limit, observer);
    Opening opening = look_at(connection, schema, wanted);
    opening.keeper = std::move(keeper);
    return opening;
  }
  take_lock(connection, limit, observer);
  return look_at(connection, schema, wanted);
}

}  // namespace runner
