#include "index_leftovers.hpp"

#include <fmt/format.h>

#include "sql/index_build.hpp"

namespace runner {
namespace {

// Finds the INVALID indexes that match the condition. Excludes an index that another session is building: it
// is INVALID as well, but no leftover.
std::string invalid_indexes_where(std::string_view condition) {
  return fmt::format(
      "select format('%I.%I', n.nspname, c.relname) from pg_catalog.pg_index i"
      " join pg_catalog.pg_class c on c.oid = i.indexrelid"
      " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
      " where not i.indisvalid and {}"
      " and not exists (select 1 from pg_catalog.pg_stat_progress_create_index p"
      " where p.index_relid = i.indexrelid) order by 1",
      condition);
}

// An unknown name is stored as an empty text.
constexpr const char* kKeepTable =
    "select pg_catalog.set_config('runner.found', "
    "pg_catalog.to_regclass($1)::pg_catalog.oid::pg_catalog.text,"
    " true)";
constexpr const char* kKeepSchema =
    "select pg_catalog.set_config('runner.found',"
    " pg_catalog.to_regnamespace($1)::pg_catalog.oid::pg_catalog.text, true)";

constexpr std::string_view kFound = "nullif(current_setting('runner.found'), '')::oid";

constexpr std::string_view kOfTheName =
    "i.indrelid = {}"
    " and (c.relname = (parse_ident(nullif($1, '')))[1] or ($1 = '' and $2::boolean))";

// For "index", finds all leftovers on its table: nothing shows on which index the statement failed.
constexpr std::string_view kBesideThem =
    "c.relname ~ '_cc(new|old)[0-9]*$'"
    " and case $1 when 'index' then i.indrelid ="
    " (select of.indrelid from pg_catalog.pg_index of where of.indexrelid = {0})"
    " when 'table' then i.indrelid = {0}"
    " when 'schema' then n.oid = {0} else true end";

// Finds the index if it is valid and newer than the first "started" row in the log before its statement. Only
// that statement can have built it.
constexpr std::string_view kBuiltSince =
    "select c.oid from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid"
    " where i.indisvalid and i.indrelid = {} and c.relname = (parse_ident($3))[1]"
    " and age(c.xmin) < (select age from since where outcome = 'started' order by id limit 1)";

// Only the statement can have dropped a missing index, unless it failed because the index was missing.
constexpr std::string_view kDroppedSince =
    "select 1 where {} is null"
    " and exists (select 1 from since) and not exists (select 1 from since where outcome = 'failed')";

}  // namespace

std::optional<NamedQuery> leftovers_of(std::string_view statement, bool any_name) {
  if (const auto build = concurrent_build(statement)) {
    const std::string wanted = fmt::format(kOfTheName, kFound);
    return NamedQuery{{kKeepTable, {build->table}},
                      {invalid_indexes_where(wanted), {build->name, any_name ? "true" : "false"}}};
  }
  if (const auto rebuild = concurrent_rebuild(statement)) {
    const char* keep = rebuild->what == "schema" ? kKeepSchema : kKeepTable;
    const bool names_one = rebuild->what == "schema" || rebuild->what == "table" || rebuild->what == "index";
    return NamedQuery{{keep, {names_one ? Parameter(rebuild->name) : std::nullopt}},
                      {invalid_indexes_where(fmt::format(kBesideThem, kFound)), {rebuild->what}}};
  }
  return std::nullopt;
}

// An index whose name the server chose looks like any other.
std::optional<NamedQuery> trace_of(std::string_view sql) {
  const auto build = concurrent_build(sql);
  if (build && !build->name.empty())
    return NamedQuery{{kKeepTable, {build->table}}, {fmt::format(kBuiltSince, kFound), {build->name}}};
  const auto dropped = concurrent_drop(sql);
  if (dropped) return NamedQuery{{kKeepTable, {*dropped}}, {fmt::format(kDroppedSince, kFound), {}}};
  return std::nullopt;
}

}  // namespace runner
