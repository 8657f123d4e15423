#include "durability.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace runner {
namespace {

struct Extensions {
  std::string_view names;
  std::string_view reason;
};

// Extensions that act on this server alone. An extension that is not listed may take part in a COMMIT on
// another server, as Citus does. The list leaves out dblink and postgres_fdw, which run statements elsewhere,
// and the languages whose functions may do anything (plperlu, plpython3u, pltclu).
constexpr std::array<Extensions, 12> kLocal{{
    {"plpgsql plperl pltcl", "trusted languages: their functions reach nothing but this database"},
    {"citext cube hstore intarray isn lo ltree seg uuid-ossp xml2", "data types and functions on them"},
    {"bloom btree_gin btree_gist pg_trgm", "index access methods and operator classes"},
    {"dict_int dict_xsyn unaccent", "dictionaries of text search"},
    {"earthdistance fuzzystrmatch intagg pgcrypto sslinfo tablefunc", "functions that compute"},
    {"autoinc insert_username moddatetime refint tcn", "triggers on tables of this database"},
    {"bool_plperl bool_plperlu hstore_plperl hstore_plperlu hstore_plpythonu hstore_plpython2u"
     " hstore_plpython3u jsonb_plperl jsonb_plperlu jsonb_plpythonu jsonb_plpython2u jsonb_plpython3u"
     " ltree_plpythonu ltree_plpython2u ltree_plpython3u",
     "transforms between data types"},
    {"tsm_system_rows tsm_system_time", "ways to take a sample of a table"},
    {"adminpack amcheck file_fdw old_snapshot pageinspect pg_buffercache pg_freespacemap pg_logicalinspect"
     " pg_prewarm pg_stat_statements pg_surgery pg_visibility pg_walinspect pgrowlocks pgstattuple",
     "they look at files and memory of this server"},
    {"address_standardizer address_standardizer_data_us postgis postgis_raster postgis_sfcgal"
     " postgis_tiger_geocoder postgis_topology",
     "PostGIS: data types, functions, and tables of their own"},
    {"vector", "pgvector: a data type and index access methods"},
    {"timescaledb", "TimescaleDB: chunks are tables of this database; data nodes were foreign servers"},
}};

std::string local_names() {
  std::string names;
  for (const Extensions& extensions : kLocal) {
    for (const char c : fmt::format("{}{}", names.empty() ? "" : " ", extensions.names))
      names += c == ' ' ? ',' : c;
  }
  return fmt::format("'{{{}}}'::pg_catalog.name[]", names);
}

std::string not_local() {
  static const std::string text = fmt::format("extname operator(pg_catalog.<>) all ({})", local_names());
  return text;
}

}  // namespace

std::string let_commit_answer_early() {
  return fmt::format(
      "select pg_catalog.set_config('synchronous_commit', 'off', true)"
      " where not exists (select from pg_catalog.pg_foreign_server)"
      " and not exists (select from pg_catalog.pg_extension where {})",
      not_local());
}

bool answers_early(const Result& answer) { return answer.command_tag() == "SELECT 1"; }

std::string make_commit_wait(Scope scope) {
  return fmt::format(
      "select pg_catalog.set_config('synchronous_commit', 'on', {})"
      " where pg_catalog.current_setting('synchronous_commit') operator(pg_catalog.=) 'off'",
      scope == Scope::transaction);
}

std::string make_commit_answer(Durability durability) {
  return durability == Durability::soon ? let_commit_answer_early() : make_commit_wait(Scope::transaction);
}

std::string reason_to_wait_query() {
  return fmt::format(
      "select (select pg_catalog.min(srvname::pg_catalog.text) from pg_catalog.pg_foreign_server),"
      " (select pg_catalog.min(extname::pg_catalog.text) from pg_catalog.pg_extension where {})",
      not_local());
}

std::optional<std::string> reason_to_wait(const Result& answer) {
  if (const auto server = answer.field(0, 0))
    return fmt::format("the database has the foreign server \"{}\"", *server);
  if (const auto name = answer.field(0, 1))
    return fmt::format("the extension \"{}\" may act on other servers", *name);
  return std::nullopt;
}

}  // namespace runner
