#include "opening.hpp"

#include "lock.hpp"
#include "session.hpp"

namespace runner {
namespace {

std::vector<Query> queries_about(const Connection& connection, const std::string& schema, Wanted wanted) {
  std::vector<Query> queries{facts_query(schema), HistoryTables::query(schema)};
  for (Query& query : history_queries(connection, schema, wanted)) queries.push_back(std::move(query));
  return queries;
}

Opening opening_from(const Connection& connection, std::span<const Result> answers, ServerFacts facts,
                     Wanted wanted) {
  HistoryTables tables(answers[1], connection.quoted(facts.schema));
  Recorded recorded = recorded_in(answers.subspan(2), tables, wanted);
  return {std::move(facts), std::move(tables), std::move(recorded), {}};
}

}  // namespace

Opening look_at(Connection& connection, const std::string& schema, Wanted wanted) {
  const std::vector<Result> answers = connection.try_execute_all(queries_about(connection, schema, wanted));
  return opening_from(connection, answers, facts_from(answers.front(), schema, connection), wanted);
}

// The lock is tried first: what is read behind it is only of use once it is had.
Opening lock_and_look_at(Connection& connection, const std::string& schema, Wanted wanted, Milliseconds limit,
                         Observer& observer, const ConnectAgain& connect_again,
                         const std::function<void()>& before_waiting) {
  std::vector<Query> queries = queries_about(connection, schema, wanted);
  queries.insert(queries.begin(), lock_query(connection));
  if (auto lift = lift_idle_limit(connection)) queries.push_back(std::move(*lift));
  const std::vector<Result> answers = connection.try_execute_all(queries);
  const std::span<const Result> behind_lock = std::span(answers).subspan(1);
  ServerFacts facts = facts_from(behind_lock.front(), schema, connection);
  require_writable(facts);
  const bool pooled = behind_pooler(facts, connection);
  if (!pooled && has_lock(answers.front()))
    return opening_from(connection, behind_lock, std::move(facts), wanted);
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
