#include "history_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <vector>

namespace runner {
namespace {

// A contract with users, whose scripts and dashboards read this table. Do not change a letter.
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

constexpr std::string_view create(OwnTable table) {
  switch (table) {
    case OwnTable::history: return kCreateHistory;
    case OwnTable::log: return kCreateLog;
    case OwnTable::scripts: return kCreateScripts;
    case OwnTable::seeds: break;
  }
  return kCreateSeeds;
}

// Has no join, for the reason given at kFacts. The server names each table with its schema.
std::string columns_query() {
  return fmt::format(
      "select attrelid::regclass, attname, atttypid::regtype,"
      " attnotnull and not atthasdef and attidentity = '' from pg_catalog.pg_attribute"
      " where attrelid in ({}) and attnum > 0 and not attisdropped order by attrelid, attnum",
      own_oids());
}

using Columns = std::map<std::string, std::vector<TableColumn>, std::less<>>;

// The answers end with the first failure, so a single answer is a failed one.
const Result& second_of(std::span<const Result> answers) {
  if (answers.size() < 2) throw to_error(answers.front().report());
  return answers[1];
}

Columns columns_from(const Result& answer) {
  Columns columns;
  for (int row = 0; row < answer.rows(); ++row) {
    const std::string_view table = answer.view(row, 0);
    columns[std::string(table.substr(table.rfind('.') + 1))].push_back(
        {answer.text(row, 1), answer.text(row, 2), answer.view(row, 3) == "t"});
  }
  return columns;
}

}  // namespace

std::vector<Query> HistoryTables::queries() { return {{columns_query(), {}}, TableTrust::query()}; }

HistoryTables::HistoryTables(std::span<const Result> answers, std::string quoted_schema)
    : schema_(std::move(quoted_schema)), trust_(second_of(answers), schema_) {
  const Columns columns = columns_from(answers.front());
  for (const OwnTable table : kOwnTables) {
    const auto found = columns.find(name_of(table));
    if (found == columns.end()) continue;
    require_shape(table, qualified(table), found->second);
    there_[index_of(table)] = true;
    lacking_[index_of(table)] = lacking_columns(table, found->second);
  }
}

void HistoryTables::created() noexcept {
  there_.fill(true);
  for (std::vector<LaterColumn>& lacking : lacking_) lacking.clear();
}

std::string HistoryTables::readable(OwnTable table) const {
  std::string absent;
  for (const LaterColumn& column : lacking_[index_of(table)])
    absent += fmt::format(", null::{} as {}", column.type, column.name);
  return absent.empty() ? qualified(table) : fmt::format("(select *{} from {})", absent, qualified(table));
}

std::vector<Query> HistoryTables::to_read(std::span<const OwnTable> tables) const {
  std::vector<OwnTable> there;
  std::ranges::copy_if(tables, std::back_inserter(there), [&](OwnTable table) { return has(table); });
  return there.empty() ? std::vector<Query>{} : locked(there, "access share");
}

std::vector<Query> HistoryTables::to_write(std::span<const OwnTable> tables) const {
  return locked(tables, "row exclusive");
}

// The lock comes first: after it, no other session can add anything to the tables.
std::vector<Query> HistoryTables::locked(std::span<const OwnTable> tables, const char* mode) const {
  std::vector<std::string> names;
  for (const OwnTable table : tables) names.push_back(qualified(table));
  return {{fmt::format("lock table {} in {} mode", fmt::join(names, ", "), mode), {}}, trust_.guard(tables)};
}

std::vector<std::string> HistoryTables::creation() const {
  std::vector<std::string> statements;
  for (const OwnTable table : kOwnTables) {
    if (!has(table)) {
      statements.push_back(fmt::format(fmt::runtime(create(table)), qualified(table)));
    } else if (!lacking_[index_of(table)].empty()) {
      statements.push_back(addition_of(qualified(table), lacking_[index_of(table)]));
    }
  }
  return statements;
}

Error creation_error(const std::string& statement, const ServerReport& report) {
  const Error error = to_error(report);
  if (error.kind() != ErrorKind::failed) return error;
  Error refused = error.as(ErrorKind::refused).prefix("could not create runner's own tables");
  if (error.sqlstate() != kPermissionDenied) return refused;
  return statement.starts_with("ALTER")
             ? refused.hint(fmt::format("Let the table's owner run this once: {};", statement))
             : refused.hint("Grant the role CREATE and USAGE on that schema.");
}

}  // namespace runner
