#include "database_state.hpp"

#include "client/own_transaction.hpp"
#include "lock.hpp"

namespace runner {
namespace {

// Lists the ordinary tables in the schemas of search_path and in runner's schema, without runner's own tables
// and those of extensions.
constexpr const char* kOtherTables =
    "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = "
    "c.relnamespace"
    " where c.relkind in ('r', 'p') and n.nspname = any ($1::name[] || $2::name) and n.nspname !~ '^pg_'"
    " and n.nspname <> 'information_schema'"
    " and c.relname <> all ('{migration_history,migration_log,migration_scripts,seed_history}'::name[])"
    " and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid"
    " and d.deptype = 'e') order by n.nspname, c.relname";

// The lock query comes before the tables: until runner holds the lock, another run may change them.
std::vector<Result> ask(Connection& connection, const std::string& schema, bool lock) {
  std::vector<Query> queries;
  if (lock) queries.push_back(lock_query(connection));
  for (Query& query : HistoryTables::queries()) queries.push_back(std::move(query));
  if (lock) {
    if (auto lift = lift_idle_limit(connection)) queries.push_back(std::move(*lift));
  }
  return try_in_own_transaction(connection, queries, {facts_query(schema)});
}

DatabaseState state_from(Connection& connection, std::span<const Result> answers, ServerFacts facts,
                         ReadScope scope) {
  HistoryTables tables(answers, connection.backend().quoted(facts.schema));
  TableContents contents = read_contents(connection, tables, scope);
  std::vector<std::string> others;
  if (scope == ReadScope::history && !tables.has(OwnTable::history))
    others = ask_in_own_transaction(connection, {kOtherTables, {facts.schemas, facts.schema}}).texts(0);
  return {std::move(facts), std::move(tables), std::move(contents), std::move(others), {}};
}

}  // namespace

DatabaseState read_state(Connection& connection, const std::string& schema, ReadScope scope) {
  const std::vector<Result> answers = ask(connection, schema, false);
  return state_from(connection, std::span(answers).subspan(1),
                    facts_from(answers.front(), schema, connection), scope);
}

DatabaseState lock_and_read_state(Connection& connection, const std::string& schema, ReadScope scope,
                                  Milliseconds limit, Observer& observer, const ConnectAgain& connect_again,
                                  const std::function<void()>& before_waiting) {
  const std::vector<Result> answers = ask(connection, schema, true);
  ServerFacts facts = facts_from(answers.front(), schema, connection);
  require_writable(facts);
  const bool pooled = behind_pooler(facts, connection);
  if (!pooled && has_lock(answers[1]))
    return state_from(connection, std::span(answers).subspan(2), std::move(facts), scope);
  if (before_waiting) before_waiting();
  if (pooled) {
    auto pooled_lock = std::make_unique<PooledLock>(connect_again(), limit, observer);
    DatabaseState state = read_state(connection, schema, scope);
    state.pooled_lock = std::move(pooled_lock);
    return state;
  }
  take_lock(connection, limit, observer);
  return read_state(connection, schema, scope);
}

}  // namespace runner
