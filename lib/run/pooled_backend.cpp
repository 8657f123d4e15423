#include "pooled_backend.hpp"

#include <fmt/format.h>

#include "client/own_transaction.hpp"
#include "session.hpp"

namespace runner {
namespace {

// Restores the role last, because it may not be allowed to change the settings. search_path is one of the
// settings, so this runs under the session's own path, with every name qualified.
constexpr const char* kBackendState =
    "select pg_catalog.pg_backend_pid(), extract(epoch from pg_catalog.clock_timestamp()),"
    " (select pg_catalog.string_agg(pg_catalog.format('pg_catalog.set_config(%L, %L, false)', name, setting),"
    " ', ' order by rank) from (select name, setting, 1 as rank from pg_catalog.pg_settings"
    " where source operator(pg_catalog.=) 'session'"
    " and context operator(pg_catalog.=) any (array['user', 'superuser'])"
    " and name operator(pg_catalog.!~) '^transaction_'"
    " union all select 'role', pg_catalog.current_setting('role'), 2) s),"
    " pg_catalog.quote_literal(array(select (classid, objid, objsubid, mode)::pg_catalog.text"
    " from pg_catalog.pg_locks where pid operator(pg_catalog.=) pg_catalog.pg_backend_pid()"
    " and locktype operator(pg_catalog.=) 'advisory')::pg_catalog.text)";

// A session can hold a lock more than once. For a lock that ends with the transaction, the server only warns.
constexpr std::string_view kForget = R"(do $forget$
declare
  command text;
  held boolean;
begin
  perform pg_catalog.set_config('client_min_messages', 'error', true);
  for command in
    select pg_catalog.format('deallocate %I', name) from pg_catalog.pg_prepared_statements
    where extract(epoch from prepare_time) >= {}
  loop
    execute command;
  end loop;
  for command in
    select pg_catalog.format('select pg_catalog.pg_advisory_unlock%s(%s)',
      case mode when 'ShareLock' then '_shared' else '' end,
      case objsubid when 1 then (classid::bigint << 32 | objid::bigint)::text
      else pg_catalog.format('%s, %s', classid::int, objid::int) end)
    from pg_catalog.pg_locks
    where pid = pg_catalog.pg_backend_pid() and locktype = 'advisory'
      and (classid, objid, objsubid, mode)::text <> all ({}::text[])
  loop
    held := true;
    while held loop
      execute command into held;
    end loop;
  end loop;
end
$forget$)";

}  // namespace

Query PooledBackend::query() { return {kBackendState, {}}; }

PooledBackend::PooledBackend(const Result& answer)
    : pid_(answer.number<int>(0, 0)),
      restoration_(answer.text(0, 2)),
      forgetting_(fmt::format(kForget, answer.text(0, 1), answer.text(0, 3))) {}

std::vector<std::string> PooledBackend::restoring_statements() const {
  std::vector<std::string> statements = runner::restoring_statements();
  statements.push_back("select " + restoration_);
  return statements;
}

std::vector<std::string> PooledBackend::forgetting_statements() const {
  return {"CLOSE ALL", "UNLISTEN *", "DISCARD TEMP", "DISCARD SEQUENCES", forgetting_};
}

std::string PooledBackend::forget_after_rollback() const {
  return fmt::format("ROLLBACK; BEGIN; {}; {}; COMMIT", kOwnPath, forgetting_);
}

}  // namespace runner
