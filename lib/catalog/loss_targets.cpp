#include "loss_targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "client/array_text.hpp"

namespace runner {
namespace {

// Finds every table or column that the losses name, with its estimated row count. The query has only the
// parts that some loss needs, because planning all of them takes longer than running them.
constexpr std::string_view kWanted = R"(
with recursive wanted as (
  select number, kind, nullif(schemas, '')::text[] as schemas, name, column_name, cascades = 't' as cascades
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality
    as loss (kind, schemas, name, column_name, cascades, number)
), places as (
  select w.*, n.oid as namespace, s.place
  from wanted w,
    unnest(coalesce(w.schemas, current_setting('runner.schemas')::text[])) with ordinality as s (name, place)
    join pg_catalog.pg_namespace n
      on n.nspname = case s.name when '$user' then current_user else s.name end
), named as (
  select distinct on (p.number) p.*, c.oid as relation
  from places p join pg_catalog.pg_class c
    on c.relnamespace = p.namespace and c.relname = p.name and c.relkind in ('r', 'p')
  where p.kind in ('table', 'column', 'truncated')
  order by p.number, p.place)";

constexpr std::string_view kEmptied = R"(
), emptied as (
  select number, relation, cascades from named where kind = 'truncated'
  union
  select e.number, f.conrelid, e.cascades
  from emptied e join pg_catalog.pg_constraint f
    on f.confrelid = e.relation and f.contype = 'f' and f.conparentid = 0
  where e.cascades)";

constexpr std::string_view kTypes = R"(
), types as (
  select * from (
    select distinct on (p.number) p.number, t.oid, t.typarray
    from places p join pg_catalog.pg_type t on t.typnamespace = p.namespace and t.typname = p.name
    where p.kind = 'type' order by p.number, p.place) named_types
  union all
  select w.number, t.oid, t.typarray
  from wanted w
    join pg_catalog.pg_extension e on e.extname = w.name
    join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_extension'::regclass
      and d.refobjid = e.oid and d.classid = 'pg_catalog.pg_type'::regclass and d.deptype = 'e'
    join pg_catalog.pg_type t on t.oid = d.objid
  where w.kind = 'extension')";

constexpr std::string_view kNamedFound = R"(
  select number, relation, column_name from named where kind <> 'truncated')";

constexpr std::string_view kEmptiedFound = R"(
  select number, relation, '' from emptied)";

constexpr std::string_view kTypesFound = R"(
  select t.number, a.attrelid, a.attname
  from types t join pg_catalog.pg_attribute a on a.atttypid in (t.oid, t.typarray)
    and a.attnum > 0 and not a.attisdropped)";

constexpr std::string_view kSchemaFound = R"(
  select w.number, c.oid, '' from wanted w
    join pg_catalog.pg_namespace n on n.nspname = w.name join pg_catalog.pg_class c on c.relnamespace = n.oid
  where w.kind = 'schema')";

constexpr std::string_view kExtensionFound = R"(
  select w.number, d.objid, '' from wanted w
    join pg_catalog.pg_extension e on e.extname = w.name
    join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_extension'::regclass
      and d.refobjid = e.oid and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype = 'e'
  where w.kind = 'extension')";

constexpr std::string_view kOwnedFound = R"(
  select w.number, c.oid, '' from wanted w
    join pg_catalog.pg_roles r on r.rolname = case when w.name in ('current_user', 'current_role')
      then current_user when w.name = 'session_user' then session_user else w.name end
    join pg_catalog.pg_class c on c.relowner = r.oid and c.relnamespace <> 'pg_catalog'::regnamespace
  where w.kind = 'owned')";

// Skips a table if the same loss has its parent, whose count includes it. Generated columns lose nothing.
constexpr std::string_view kSizes = R"(
), tree as (
  select relation as root, relation from found
  union
  select t.root, i.inhrelid from tree t join pg_catalog.pg_inherits i on i.inhparent = t.relation
), sizes as (
  select t.root, sum(greatest(c.reltuples, pg_stat_get_live_tuples(c.oid), 0)) as rows
  from tree t join pg_catalog.pg_class c on c.oid = t.relation and c.relkind = 'r' group by t.root
)
select f.number, format('%I.%I', n.nspname, c.relname), nullif(quote_ident(f.column_name), '""'),
  (coalesce(z.rows, 0) * (1 - coalesce((select s.null_frac from pg_catalog.pg_stats s
    where s.schemaname = n.nspname and s.tablename = c.relname and s.attname = f.column_name
    order by s.inherited desc limit 1), 0)))::bigint
from found f
  join pg_catalog.pg_class c on c.oid = f.relation and c.relkind in ('r', 'p')
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join sizes z on z.root = f.relation
where (f.column_name = '' or exists (select from pg_catalog.pg_attribute a
    where a.attrelid = f.relation and a.attname = f.column_name and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = ''))
  and not exists (select from pg_catalog.pg_inherits i
    join found parent on parent.relation = i.inhparent and parent.number = f.number
    where i.inhrelid = f.relation)
order by f.number, n.nspname, c.relname, f.column_name)";

// The kinds that the query distinguishes.
const char* kind_in_sql(LossKind kind) {
  switch (kind) {
    case LossKind::table:
    case LossKind::all_rows:
    case LossKind::some_rows: return "table";
    case LossKind::column: return "column";
    case LossKind::truncated: return "truncated";
    case LossKind::schema: return "schema";
    case LossKind::owned: return "owned";
    case LossKind::type: return "type";
    case LossKind::extension: return "extension";
    case LossKind::database:
    case LossKind::unseen: break;
  }
  return "elsewhere";
}

LossKind kind_of_target(LossKind kind, bool column) {
  const bool dropped = kind == LossKind::schema || kind == LossKind::owned || kind == LossKind::type ||
                       kind == LossKind::extension;
  if (!dropped) return kind;
  return column ? LossKind::column : LossKind::table;
}

std::string query_for(std::span<const std::string> kinds) {
  const auto any = [&](std::initializer_list<std::string_view> wanted) {
    return std::ranges::any_of(
        kinds, [&](const std::string& kind) { return std::ranges::find(wanted, kind) != wanted.end(); });
  };
  std::string parts(kWanted);
  std::vector<std::string_view> found{kNamedFound};
  const auto add = [&](std::initializer_list<std::string_view> wanted, std::string_view part,
                       std::string_view branch) {
    if (!any(wanted)) return;
    parts += part;
    found.push_back(branch);
  };
  add({"truncated"}, kEmptied, kEmptiedFound);
  add({"type", "extension"}, kTypes, kTypesFound);
  add({"schema"}, "", kSchemaFound);
  add({"extension"}, "", kExtensionFound);
  add({"owned"}, "", kOwnedFound);
  return fmt::format("{}\n), found as ({}\n{}", parts, fmt::join(found, "\n  union all"), kSizes);
}

}  // namespace

std::vector<LossTarget> find_loss_targets(Connection& connection, std::span<const PlannedLoss> losses) {
  std::vector<std::string> kinds, schemas, names, columns, cascades;
  for (const auto& [step, loss] : losses) {
    kinds.emplace_back(kind_in_sql(loss.kind));
    schemas.push_back(loss.schemas.empty() ? "" : array_text(loss.schemas));
    names.push_back(loss.name);
    columns.push_back(loss.column);
    cascades.emplace_back(loss.cascade ? "t" : "f");
  }
  const Query query{
      query_for(kinds),
      {array_text(kinds), array_text(schemas), array_text(names), array_text(columns), array_text(cascades)}};
  const Result answer = connection.execute(query);
  std::vector<LossTarget> targets;
  for (int row = 0; row < answer.rows(); ++row) {
    const std::size_t index = answer.index(row, 0, losses.size(), 1);
    const auto& [step, loss] = losses[index];
    const std::string relation = answer.text(row, 1);
    const auto column = answer.field(row, 2);
    targets.push_back({.index = index,
                       .loss = {.step = step,
                                .kind = kind_of_target(loss.kind, column.has_value()),
                                .object = column ? relation + "." + *column : relation,
                                .rows = answer.number<std::uint64_t>(row, 3),
                                .estimated = true},
                       .relation = relation,
                       .column = column,
                       .only = loss.only});
  }
  return targets;
}

}  // namespace runner
