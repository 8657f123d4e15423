#include "server_facts.hpp"

#include <fmt/format.h>

#include "client/own_transaction.hpp"

namespace runner {
namespace {

constexpr int kOldestVersion = 120000;

// Reads no table and calls few different functions: in a new session the server looks each one up in its
// catalogs, which takes longer than running the query.
constexpr std::string_view kFacts =
    "select pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('transaction_read_only'), "
    "session_user,"
    " pg_catalog.pg_backend_pid(), pg_catalog.current_schemas(false)::pg_catalog.text,"
    " pg_catalog.current_setting('standard_conforming_strings'), ";
// The two oids differ when the history is in a schema of search_path other than the first.
constexpr std::string_view kFirstSchema =
    "pg_catalog.set_config('runner.schema', pg_catalog.current_schema(), true),"
    " pg_catalog.to_regclass('migration_history')::pg_catalog.oid,"
    " pg_catalog.to_regclass(pg_catalog.quote_ident(pg_catalog.current_schema())"
    " operator(pg_catalog.||) '.migration_history')::pg_catalog.oid";
constexpr std::string_view kNamedSchema =
    "pg_catalog.set_config('runner.schema',"
    " case when pg_catalog.to_regnamespace(pg_catalog.quote_ident($1)) is not null then $1 end, true)";

constexpr const char* kSchemaOf =
    "select relnamespace::regnamespace::text from pg_catalog.pg_class where oid = $1::oid";

Error missing_schema(const std::string& schema) {
  if (schema.empty()) {
    return Error(ErrorKind::usage, "no schema of search_path exists in this database")
        .hint("Name one with --schema, or create it: create schema public;");
  }
  return Error(ErrorKind::usage, fmt::format("the schema \"{}\" does not exist", schema))
      .hint(fmt::format("Create it first: create schema \"{}\";", schema));
}

// A migration may create a schema that comes first in search_path, such as "$user". Without this error that
// would hide the history, and runner would run everything again.
Error hidden_history(const std::string& first, const std::string& holder) {
  return Error(ErrorKind::refused,
               fmt::format("migration_history is in the schema \"{}\", but \"{}\" comes first in search_path",
                           holder, first))
      .hint(fmt::format("Choose one: --schema {} uses that history.", holder));
}

}  // namespace

Query facts_query(const std::string& schema) {
  if (schema.empty()) return {fmt::format("{}{}", kFacts, kFirstSchema), {}};
  return {fmt::format("{}{}", kFacts, kNamedSchema), {schema}};
}

ServerFacts facts_from(const Result& answer, const std::string& schema, Connection& connection) {
  if (answer.failed()) throw to_error(answer.report());
  const std::string found = answer.text(0, 6);
  if (found.empty()) throw missing_schema(schema);
  if (schema.empty() && answer.field(0, 7) && answer.field(0, 7) != answer.field(0, 8)) {
    const Result holder = ask_in_own_transaction(connection, {kSchemaOf, {answer.field(0, 7)}});
    throw hidden_history(found, holder.text(0, 0));
  }
  return {.version = connection.backend().server_version(),
          .standby = answer.text(0, 0) == "t",
          .read_only = answer.text(0, 1) == "on",
          .user = answer.text(0, 2),
          .schemas = answer.text(0, 4),
          .schema = found,
          .backend_pid = answer.number<int>(0, 3),
          .standard_strings = answer.text(0, 5) == "on"};
}

void require_writable(const ServerFacts& facts) {
  if (facts.version < kOldestVersion) {
    throw Error(ErrorKind::usage,
                fmt::format("the server is PostgreSQL {}, older than 12", facts.version / 10000));
  }
  if (facts.standby) {
    throw Error(ErrorKind::refused, "the server is a standby: nothing can be written there")
        .hint("Point DATABASE_URL at the primary.");
  }
  if (facts.read_only) {
    throw Error(ErrorKind::refused, fmt::format("the session of \"{}\" is read-only", facts.user))
        .hint("See default_transaction_read_only of the role, the database and the server.");
  }
}

bool behind_pooler(const ServerFacts& facts, const Connection& connection) {
  return facts.backend_pid != connection.backend().pid();
}

}  // namespace runner
