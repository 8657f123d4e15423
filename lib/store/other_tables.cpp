#include "other_tables.hpp"

#include "client/own_transaction.hpp"

namespace runner {
namespace {

constexpr const char* kOrdinaryTables =
    "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = "
    "c.relnamespace"
    " where c.relkind in ('r', 'p') and n.nspname = any ($1::name[] || $2::name) and n.nspname !~ '^pg_'"
    " and n.nspname <> 'information_schema'"
    " and c.relname <> all ('{migration_history,migration_log,migration_scripts,seed_history}'::name[])"
    " and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid"
    " and d.deptype = 'e') order by n.nspname, c.relname";

}  // namespace

std::vector<std::string> other_tables(Connection& connection, const ServerFacts& facts) {
  return ask_in_own_transaction(connection, {kOrdinaryTables, {facts.schemas, facts.schema}}).texts(0);
}

}  // namespace runner
