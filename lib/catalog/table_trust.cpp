#include "table_trust.hpp"

#include <fmt/format.h>

#include <array>

#include "client/array_text.hpp"

namespace runner {
namespace {

// The signs of a suspicious table that are all in one catalog.
constexpr std::string_view kFlagged =
    "(c.relkind <> 'r' or c.relhasrules or c.relhastriggers or c.relrowsecurity or c.relispartition"
    " or c.relhassubclass)";

// pg_depend has everything that a default, a check, an index, a type or anything else on a table uses, except
// what comes with PostgreSQL. This asks only whether there is any, because listing it takes longer.
constexpr std::string_view kFlags =
    "select c.relowner, pg_get_userbyid(c.relowner) in (session_user, current_user)"
    " or exists (select from pg_roles r where r.oid = c.relowner and r.rolsuper), {0}"
    " or exists (select from pg_inherits i where i.inhrelid = c.oid)"
    " or exists (select from pg_depend code where code.classid = 'pg_class'::regclass and code.objid = c.oid"
    " and code.refclassid in ({2}))"
    " or exists (select from pg_depend part join pg_depend code"
    " on code.classid = part.classid and code.objid = part.objid and code.refclassid in ({2})"
    " where part.refclassid = 'pg_class'::regclass and part.refobjid = c.oid)"
    " from pg_class c where c.oid in ({1})";
constexpr std::string_view kCode = "'pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass";

// Other roles can add only triggers, foreign keys and rules to a table. Its owner can add more, so this guard
// is enough only when runner trusts the owner.
constexpr std::string_view kGuard =
    "select 1 / (case when count(*) = {} then 1 else 0 end) from pg_class c where c.oid in ({}) and not {}"
    " and (pg_get_userbyid(c.relowner) in (session_user, current_user) or c.relowner = any ($1::oid[]))";

// Finds the tables and their children, the parts of each, the functions, operators and types that the parts
// use directly or through a type, and the owners of these. Stops at functions: their owner answers for them.
constexpr std::string_view kReached = R"(with recursive session as (
  select
    array(select r.oid from pg_roles r
      where r.rolsuper or r.rolname in (session_user, current_user)) as trusted,
    exists (select from pg_roles r
      where r.rolsuper and r.rolname in (session_user, current_user)) as superuser,
    (select d.datdba from pg_database d where d.datname = current_database()) as database_owner
), tables as (
  select c.oid, c.oid::regclass::text as name from unnest($1::text[]) n join pg_class c on c.oid = to_regclass(n)
  union
  select i.inhrelid, i.inhrelid::regclass::text from tables t join pg_inherits i on i.inhparent = t.oid
), parts as (
  select t.name, 'columns' as what, 'pg_class'::regclass::oid as classid, t.oid as objid from tables t
  union all
  select t.name, format('default of column %I', a.attname), 'pg_attrdef'::regclass, d.oid
  from tables t join pg_attrdef d on d.adrelid = t.oid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
  union all
  select t.name, format('constraint %I', k.conname), 'pg_constraint'::regclass, k.oid
  from tables t join pg_constraint k on k.conrelid = t.oid
  union all
  select t.name, format('index %s', i.indexrelid::regclass), 'pg_class'::regclass, i.indexrelid
  from tables t join pg_index i on i.indrelid = t.oid
  union all
  select t.name, format('trigger %I', g.tgname), 'pg_trigger'::regclass, g.oid
  from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
  union all
  select t.name, format('statistics %I', e.stxname), 'pg_statistic_ext'::regclass, e.oid
  from tables t join pg_statistic_ext e on e.stxrelid = t.oid
  union all
  select t.name, format('policy %I', p.polname), 'pg_policy'::regclass, p.oid
  from tables t join pg_policy p on p.polrelid = t.oid
), reached as (
  select p.name, p.what, d.refclassid as classid, d.refobjid as objid
  from parts p join pg_depend d on d.classid = p.classid and d.objid = p.objid
    and d.refclassid in ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass)
  union
  select r.name, r.what, n.classid, n.objid from reached r cross join lateral (
    select d.refclassid, d.refobjid from pg_depend d
    where d.classid = r.classid and d.objid = r.objid and r.classid <> 'pg_proc'::regclass
      and d.refclassid in ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass)
    union all
    select 'pg_constraint'::regclass, k.oid from pg_constraint k
    where r.classid = 'pg_type'::regclass and k.contypid = r.objid
    union all
    select 'pg_class'::regclass, y.typrelid from pg_type y
    where r.classid = 'pg_type'::regclass and y.oid = r.objid and y.typrelid <> 0
  ) n (classid, objid)
), owned as (
  select r.name, r.what, format('function %s', r.objid::regprocedure) as code, p.proowner as owner
  from reached r join pg_proc p on r.classid = 'pg_proc'::regclass and p.oid = r.objid
  union all
  select r.name, r.what, format('operator %s', r.objid::regoperator), o.oprowner
  from reached r join pg_operator o on r.classid = 'pg_operator'::regclass and o.oid = r.objid
  union all
  select r.name, r.what, format('type %s', r.objid::regtype), y.typowner
  from reached r join pg_type y on r.classid = 'pg_type'::regclass and y.oid = r.objid
)";

constexpr std::string_view kFindings = R"(), findings as (
  select t.name, 'kind' as kind, format('it is a %s', case c.relkind when 'v' then 'view'
    when 'm' then 'materialized view' when 'f' then 'foreign table' else 'relation of another kind' end) as what
  from tables t join pg_class c on c.oid = t.oid where c.relkind not in ('r', 'p')
  union all
  select t.name, 'owner', format('its owner is the role %I', pg_get_userbyid(c.relowner))
  from tables t join pg_class c on c.oid = t.oid cross join session s
  where c.relowner <> all (s.trusted) and (s.superuser
    or not (c.relowner = s.database_owner or pg_has_role(current_user, c.relowner, 'MEMBER')))
  union all
  select t.name, 'code of a parent', format('it inherits from %s', i.inhparent::regclass)
  from tables t join pg_inherits i on i.inhrelid = t.oid where i.inhparent not in (select oid from tables)
  union all
  select t.name, 'code', format('rule %I', w.rulename)
  from tables t join pg_class c on c.oid = t.oid and c.relkind in ('r', 'p')
    join pg_rewrite w on w.ev_class = t.oid
  union all
  select o.name, 'code', format('%s: %s of the role %I', o.what, o.code, pg_get_userbyid(o.owner))
  from owned o cross join session s where o.owner <> all (s.trusted)
  union all
  select t.name, 'code of a reference',
    format('foreign key %I of %s, whose owner is the role %I', k.conname, k.conrelid::regclass,
      pg_get_userbyid(c.relowner))
  from tables t join pg_constraint k on k.confrelid = t.oid and k.contype = 'f'
    join pg_class c on c.oid = k.conrelid cross join session s
  where c.relowner <> all (s.trusted) and k.conrelid not in (select oid from tables)
  union all
  select t.name, 'rows', format('row security hides rows from the role %I', current_user)
  from tables t where row_security_active(t.oid)
)
)";

constexpr const char* kList =
    "select distinct name, kind, what, quote_ident(current_user), left(kind, 4) as place from findings "
    "order by name, place desc, what";
constexpr const char* kNone =
    "select 1 / (case when (select count(*) from tables) < cardinality($1::text[])"
    " or exists (select from findings) then 0 else 1 end)";
// Reading a table runs no trigger, and no code of tables that refer to it.
constexpr std::string_view kCalledByReading = R"(, below (root, oid) as (
  select n, to_regclass(n)::oid from unnest($1::text[]) n
  union
  select b.root, i.inhrelid from below b join pg_inherits i on i.inhparent = b.oid
)
select distinct b.root from below b join tables t on t.oid = b.oid join findings f on f.name = t.name
where f.kind in ('kind', 'owner', 'code') and f.what not like 'trigger %')";

std::string remedy(const Result& findings) {
  const std::string name = findings.text(0, 0), kind = findings.text(0, 1), user = findings.text(0, 3);
  if (kind == "owner")
    return fmt::format("See what is on it. If it is runner's: ALTER TABLE {} OWNER TO {};", name, user);
  if (kind == "rows") {
    return fmt::format(
        "Let the role read every row: ALTER TABLE {} DISABLE ROW LEVEL SECURITY; or ALTER ROLE {} BYPASSRLS;",
        name, user);
  }
  if (kind == "kind") return "Keep runner's tables in their own schema: --schema NAME.";
  return fmt::format("It would run with the rights of {0}. Drop it, or give it to {0} or to a superuser.",
                     user);
}

}  // namespace

const char* name_of(OwnTable table) noexcept {
  switch (table) {
    case OwnTable::history: return "migration_history";
    case OwnTable::log: return "migration_log";
    case OwnTable::scripts: return "migration_scripts";
    case OwnTable::seeds: return "seed_history";
  }
  return "";
}

std::string own_oids() {
  std::vector<std::string> oids;
  for (const OwnTable table : kOwnTables)
    oids.push_back(
        fmt::format("to_regclass(quote_ident(current_setting('runner.schema')) || '.{}')", name_of(table)));
  return fmt::format("{}", fmt::join(oids, ", "));
}

Query TableTrust::query() { return {fmt::format(kFlags, kFlagged, own_oids(), kCode), {}}; }

TableTrust::TableTrust(const Result& answer, std::string quoted_schema) : schema_(std::move(quoted_schema)) {
  if (answer.failed()) throw to_error(answer.report());
  for (int row = 0; row < answer.rows(); ++row) {
    owners_ += (row == 0 ? "" : ",") + answer.text(row, 0);
    doubtful_ = doubtful_ || answer.view(row, 1) != "t" || answer.view(row, 2) != "f";
  }
}

std::string TableTrust::names_of(std::span<const OwnTable> tables) const {
  std::vector<std::string> names;
  for (const OwnTable table : tables) names.push_back(fmt::format("{}.{}", schema_, name_of(table)));
  return array_text(names);
}

Query TableTrust::findings() const {
  return {fmt::format("{}{}{}", kReached, kFindings, kList), {names_of(kOwnTables)}};
}

void TableTrust::require_none(const Result& findings) {
  if (findings.failed()) throw to_error(findings.report());
  if (findings.rows() == 0) return;
  std::string others;
  for (int row = 1; row < findings.rows(); ++row)
    others += fmt::format("{}{}: {}", row == 1 ? "" : "\n", findings.text(row, 0), findings.text(row, 2));
  throw Error(ErrorKind::refused,
              fmt::format("runner does not use the table {}: {}", findings.text(0, 0), findings.text(0, 2)))
      .detail(others)
      .hint(remedy(findings));
}

Query TableTrust::guard(std::span<const OwnTable> tables) const {
  if (doubtful_) return {fmt::format("{}{}{}", kReached, kFindings, kNone), {names_of(tables)}};
  std::vector<Parameter> parameters{"{" + owners_ + "}"};
  std::vector<std::string> oids;
  for (const OwnTable table : tables) {
    parameters.emplace_back(fmt::format("{}.{}", schema_, name_of(table)));
    oids.push_back(fmt::format("to_regclass(${})", parameters.size()));
  }
  return {fmt::format(kGuard, tables.size(), fmt::join(oids, ", "), kFlagged), std::move(parameters)};
}

Query tables_that_call_others(std::span<const std::string> relations) {
  return {fmt::format("{}{}{}", kReached, kFindings, kCalledByReading), {array_text(relations)}};
}

void TableTrust::require_unchanged(const Result& guard) {
  if (!guard.failed()) return;
  if (guard.report().sqlstate != kDivisionByZero) throw to_error(guard.report());
  throw Error(ErrorKind::refused, "another session changed runner's own tables during the run")
      .hint("\"runner status\" names what could run another role's code.");
}

}  // namespace runner
