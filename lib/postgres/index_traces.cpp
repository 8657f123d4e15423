#include "index_traces.hpp"

#include <fmt/format.h>

#include "sql/index_build.hpp"

namespace runner {
namespace {

// Those that a condition picks. One that another session builds at this moment is INVALID as well, and
// none of ours.
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

constexpr std::string_view kOfTheName =
    "i.indrelid = to_regclass($1)"
    " and (c.relname = (parse_ident(nullif($2, '')))[1] or ($2 = '' and $3::boolean))";

// For "index" those of its table: on which of them the statement failed is not to be seen any more.
constexpr std::string_view kBesideThem =
    "c.relname ~ '_cc(new|old)[0-9]*$'"
    " and case $1 when 'index' then i.indrelid ="
    " (select of.indrelid from pg_catalog.pg_index of where of.indexrelid = to_regclass($2))"
    " when 'table' then i.indrelid = to_regclass($2)"
    " when 'schema' then n.oid = to_regnamespace($2) else true end";

// An index that is valid and younger than the first word of the log that its statement comes next:
// nobody but that statement has made it.
constexpr const char* kBuiltSince =
    "select c.oid from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid"
    " where i.indisvalid and i.indrelid = to_regclass($3) and c.relname = (parse_ident($4))[1]"
    " and age(c.xmin) < (select age from since where outcome = 'started' order by id limit 1)";

// Nor has anything else dropped one that is not there, unless the statement failed on that.
constexpr const char* kDroppedSince =
    "select 1 where to_regclass($3) is null"
    " and exists (select 1 from since) and not exists (select 1 from since where outcome = 'failed')";

}  // namespace

std::optional<Query> leftovers_of(std::string_view statement, bool any_name) {
  if (const auto build = concurrent_build(statement))
    return Query{invalid_indexes_where(kOfTheName), {build->table, build->name, any_name ? "true" : "false"}};
  if (const auto rebuild = concurrent_rebuild(statement))
    return Query{invalid_indexes_where(kBesideThem), {rebuild->what, rebuild->name}};
  return std::nullopt;
}

// An index whose name the server chose cannot be told from others.
std::optional<Query> trace_of(std::string_view sql) {
  const auto build = concurrent_build(sql);
  if (build && !build->name.empty()) return Query{kBuiltSince, {build->table, build->name}};
  const auto dropped = concurrent_drop(sql);
  if (dropped) return Query{kDroppedSince, {*dropped}};
  return std::nullopt;
}

}  // namespace runner
