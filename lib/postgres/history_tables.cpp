#include "history_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace runner {
namespace {

// The user's contract, letter for letter: scripts and dashboards of theirs read this table.
constexpr std::string_view kCreateHistory = R"(CREATE TABLE {} (
    id SERIAL PRIMARY KEY,
    migration_name VARCHAR(255) UNIQUE NOT NULL,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    checksum VARCHAR(64)
))";

constexpr std::string_view kCreateLog = R"(CREATE TABLE {} (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    action text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('started', 'done', 'failed')),
    name text NOT NULL,
    environment text NOT NULL DEFAULT '',
    checksum varchar(64),
    down_checksum varchar(64),
    took_ms bigint,
    statement integer,
    statement_count integer,
    prefix_checksum varchar(64),
    tries integer NOT NULL DEFAULT 1,
    sqlstate varchar(5),
    error text,
    database_role text NOT NULL DEFAULT session_user,
    os_user text,
    host text,
    origin text,
    runner_version text
))";

constexpr std::string_view kCreateScripts = R"(CREATE TABLE {} (
    checksum varchar(64) PRIMARY KEY,
    text text NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now()
))";

constexpr std::string_view kCreateSeeds = R"(CREATE TABLE {} (
    seed_name varchar(255) NOT NULL,
    environment varchar(63) NOT NULL DEFAULT '',
    checksum varchar(64) NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (seed_name, environment)
))";

constexpr std::array<std::string_view, 4> kTables{"migration_history", "migration_log", "migration_scripts",
                                                  "seed_history"};

// As kFacts, without a join. A table comes as the server names it, with its schema when that is not in
// search_path.
std::string columns_query(const std::string& schema) {
  const char* in_schema = schema.empty() ? "quote_ident(current_schema())" : "quote_ident($1)";
  std::vector<std::string> tables;
  for (const std::string_view table : kTables)
    tables.push_back(fmt::format("to_regclass({} || '.{}')", in_schema, table));
  return fmt::format(
      "select attrelid::regclass, attname, atttypid::regtype from pg_catalog.pg_attribute"
      " where attrelid in ({}) and attnum > 0 and not attisdropped",
      fmt::join(tables, ", "));
}

constexpr std::string_view kNotAllowed = "42501";

struct Column {
  std::string name, type;
};
using Columns = std::map<std::string, std::vector<Column>, std::less<>>;

struct Expected {
  std::string_view name;
  std::vector<std::string_view> types;  // any of them will do; empty: any type
};

const std::vector<Expected> kHistoryColumns{
    {"id", {"integer", "bigint", "smallint"}},
    {"migration_name", {"character varying", "text"}},
    {"applied_at", {"timestamp without time zone", "timestamp with time zone"}},
    {"checksum", {"character varying", "text", "character"}}};
const std::vector<Expected> kLogColumns{
    {"action", {}}, {"outcome", {}}, {"name", {}}, {"down_checksum", {}}, {"prefix_checksum", {}}};
const std::vector<Expected> kScriptsColumns{{"checksum", {}}, {"text", {}}};
const std::vector<Expected> kSeedsColumns{
    {"seed_name", {}}, {"environment", {}}, {"checksum", {}}, {"applied_at", {}}};

Columns columns_from(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report());
  Columns columns;
  for (int row = 0; row < answer.rows(); ++row) {
    const std::string_view table = answer.view(row, 0);
    columns[std::string(table.substr(table.rfind('.') + 1))].push_back(
        {answer.text(row, 1), answer.text(row, 2)});
  }
  return columns;
}

const Column* find(const std::vector<Column>& columns, std::string_view name) {
  for (const Column& column : columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

std::string missing_in(const std::vector<Column>& actual, const std::vector<Expected>& expected) {
  std::vector<std::string_view> absent;
  std::vector<std::string> problems;
  for (const auto& [name, types] : expected) {
    const Column* column = find(actual, name);
    if (column == nullptr) {
      absent.push_back(name);
    } else if (!types.empty() && std::find(types.begin(), types.end(), column->type) == types.end()) {
      problems.push_back(fmt::format("{} is {}, not {}", name, column->type, types.front()));
    }
  }
  if (!absent.empty())
    problems.insert(problems.begin(), fmt::format("it has no column {}", fmt::join(absent, ", ")));
  return fmt::format("{}", fmt::join(problems, "; "));
}

std::string surplus_in(const std::vector<Column>& actual, const std::vector<Expected>& expected) {
  std::vector<std::string> surplus;
  for (const Column& column : actual) {
    const bool known = std::any_of(expected.begin(), expected.end(),
                                   [&](const Expected& candidate) { return candidate.name == column.name; });
    if (!known) surplus.push_back(column.name);
  }
  return surplus.empty() ? "" : fmt::format("it has columns that are not ours: {}", fmt::join(surplus, ", "));
}

void refuse_foreign(const std::string& table, const std::string& missing, const std::string& surplus) {
  if (missing.empty() && surplus.empty()) return;
  throw Error(ErrorKind::refused, fmt::format("the table {} is not one of runner's", table))
      .detail(fmt::format("Compared with what runner makes: {}{}{}.", missing,
                          missing.empty() || surplus.empty() ? "" : "; ", surplus))
      .hint("Rename that table, or keep runner's tables in another schema with --schema.");
}

}  // namespace

Query HistoryTables::query(const std::string& schema) {
  return {columns_query(schema), schema.empty() ? std::vector<Parameter>{} : std::vector<Parameter>{schema}};
}

HistoryTables::HistoryTables(const Result& answer, std::string quoted_schema)
    : schema_(std::move(quoted_schema)) {
  Columns columns = columns_from(answer);
  has_history_ = columns.contains("migration_history");
  has_log_ = columns.contains("migration_log");
  has_scripts_ = columns.contains("migration_scripts");
  has_seeds_ = columns.contains("seed_history");
  const auto check = [&](const char* table, const std::vector<Expected>& expected, bool exactly) {
    const std::vector<Column>& actual = columns[table];
    refuse_foreign(schema_ + "." + table, missing_in(actual, expected),
                   exactly ? surplus_in(actual, expected) : "");
  };
  if (has_history_) check("migration_history", kHistoryColumns, true);
  if (has_log_) check("migration_log", kLogColumns, false);
  if (has_scripts_) check("migration_scripts", kScriptsColumns, false);
  if (has_seeds_) check("seed_history", kSeedsColumns, false);
}

std::vector<std::string> HistoryTables::creation() const {
  std::vector<std::string> statements;
  const auto add = [&](bool present, std::string_view statement, const std::string& table) {
    if (!present) statements.push_back(fmt::format(fmt::runtime(statement), table));
  };
  add(has_history_, kCreateHistory, history());
  add(has_log_, kCreateLog, log());
  add(has_scripts_, kCreateScripts, scripts());
  add(has_seeds_, kCreateSeeds, seeds());
  return statements;
}

Error creation_error(const ServerReport& report) {
  const Error error = to_error(report);
  if (error.kind() != ErrorKind::failed) return error;
  Error refused = error.as(ErrorKind::refused).prefix("could not create runner's own tables");
  if (error.sqlstate() == kNotAllowed) refused.hint("Grant the role CREATE and USAGE on that schema.");
  return refused;
}

}  // namespace runner
