#include "table_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "text/strings.hpp"

namespace runner {
namespace {

// A column that runner cannot work without. It may have any of the types; runner's own tables use the first.
struct NeededColumn {
  std::string_view name;
  std::string_view definition;  // for ADD COLUMN
  std::vector<std::string_view> types;
};

const std::vector<NeededColumn> kHistoryColumns{
    {"id", "serial", {"integer", "bigint", "smallint"}},
    {"migration_name", "varchar(255) UNIQUE", {"character varying", "text"}},
    {"applied_at", "timestamp", {"timestamp without time zone", "timestamp with time zone"}},
    {"checksum", "varchar(64)", {"character varying", "text", "character"}}};
const std::vector<NeededColumn> kLogColumns{
    {"id", "bigint GENERATED ALWAYS AS IDENTITY", {"bigint", "integer"}},
    {"at", "timestamptz DEFAULT now()", {"timestamp with time zone"}},
    {"action", "text", {"text"}},
    {"outcome", "text", {"text"}},
    {"name", "text", {"text"}}};
const std::vector<NeededColumn> kScriptColumns{{"checksum", "varchar(64) PRIMARY KEY", {"character varying"}},
                                               {"text", "text", {"text"}}};
const std::vector<NeededColumn> kSeedColumns{{"seed_name", "varchar(255)", {"character varying"}},
                                             {"environment", "varchar(63) DEFAULT ''", {"character varying"}},
                                             {"checksum", "varchar(64)", {"character varying"}}};

const std::vector<LaterColumn> kLaterInLog{{"environment", "text"},
                                           {"checksum", "varchar(64)"},
                                           {"down_checksum", "varchar(64)"},
                                           {"took_ms", "bigint"},
                                           {"statement", "integer"},
                                           {"statement_count", "integer"},
                                           {"prefix_checksum", "varchar(64)"},
                                           {"tries", "integer"},
                                           {"sqlstate", "varchar(5)"},
                                           {"error", "text"},
                                           {"database_role", "text", "session_user"},
                                           {"os_user", "text"},
                                           {"host", "text"},
                                           {"origin", "text"},
                                           {"runner_version", "text"}};
const std::vector<LaterColumn> kLaterInScripts{{"stored_at", "timestamptz", "now()"}};
const std::vector<LaterColumn> kLaterInSeeds{{"applied_at", "timestamptz", "now()"}};

const std::vector<NeededColumn>& needed_in(OwnTable table) {
  switch (table) {
    case OwnTable::history: return kHistoryColumns;
    case OwnTable::log: return kLogColumns;
    case OwnTable::scripts: return kScriptColumns;
    case OwnTable::seeds: break;
  }
  return kSeedColumns;
}

std::span<const LaterColumn> later_in(OwnTable table) {
  switch (table) {
    case OwnTable::history: break;
    case OwnTable::log: return kLaterInLog;
    case OwnTable::scripts: return kLaterInScripts;
    case OwnTable::seeds: return kLaterInSeeds;
  }
  return {};
}

// Quotes the name if needed.
std::string spelled(const std::string& name) {
  const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  return plain ? name : "\"" + doubled(name, '"') + "\"";
}

const TableColumn* find(const std::vector<TableColumn>& columns, std::string_view name) {
  const auto found = std::ranges::find(columns, name, &TableColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

// The differences, and the ALTER TABLE action that fixes each.
struct Differences {
  std::vector<std::string> told;
  std::vector<std::string> repairs;
};

void add_needed(Differences& differences, OwnTable table, const std::vector<TableColumn>& columns) {
  std::vector<std::string_view> absent;
  std::vector<std::string> types;
  for (const auto& [name, definition, allowed] : needed_in(table)) {
    const TableColumn* column = find(columns, name);
    if (column == nullptr) {
      absent.push_back(name);
      differences.repairs.push_back(fmt::format("ADD COLUMN {} {}", name, definition));
    } else if (std::ranges::find(allowed, column->type) == allowed.end()) {
      types.push_back(fmt::format("{} is {}, not {}", name, column->type, allowed.front()));
      differences.repairs.push_back(
          fmt::format("ALTER COLUMN {0} TYPE {1} USING {0}::{1}", name, allowed.front()));
    }
  }
  if (!absent.empty())
    differences.told.push_back(fmt::format("it has no column {}", fmt::join(absent, ", ")));
  differences.told.insert(differences.told.end(), types.begin(), types.end());
}

void add_foreign(Differences& differences, OwnTable table, const std::vector<TableColumn>& columns) {
  const auto is_ours = [&](const std::string& name) {
    return std::ranges::find(needed_in(table), name, &NeededColumn::name) != needed_in(table).end() ||
           std::ranges::find(later_in(table), name, &LaterColumn::name) != later_in(table).end();
  };
  std::vector<std::string> foreign;
  for (const TableColumn& column : columns) {
    if (!column.needs_value || is_ours(column.name)) continue;
    foreign.push_back(column.name);
    differences.repairs.push_back(fmt::format("ALTER COLUMN {} DROP NOT NULL", spelled(column.name)));
  }
  if (!foreign.empty())
    differences.told.push_back(
        fmt::format("it has columns that are not runner's and need a value: {}", fmt::join(foreign, ", ")));
}

}  // namespace

void require_shape(OwnTable table, const std::string& qualified, const std::vector<TableColumn>& columns) {
  Differences differences;
  add_needed(differences, table, columns);
  add_foreign(differences, table, columns);
  if (differences.told.empty()) return;
  throw Error(ErrorKind::refused, fmt::format("runner cannot work with the table {} as it is", qualified))
      .detail(fmt::format("Differences from the table that runner creates: {}.",
                          fmt::join(differences.told, "; ")))
      .hint(fmt::format("If it lists what was applied here, add what is missing:\n"
                        "ALTER TABLE {} {};\n"
                        "If it is for something else, keep runner's tables in another schema: --schema NAME.",
                        qualified, fmt::join(differences.repairs, ", ")));
}

std::vector<LaterColumn> lacking_columns(OwnTable table, const std::vector<TableColumn>& columns) {
  std::vector<LaterColumn> lacking;
  for (const LaterColumn& column : later_in(table)) {
    if (find(columns, column.name) == nullptr) lacking.push_back(column);
  }
  return lacking;
}

// Sets the default after adding the column, so that it applies only to new rows.
std::string addition_of(const std::string& qualified, const std::vector<LaterColumn>& lacking) {
  std::vector<std::string> changes;
  for (const auto& [name, type, fallback] : lacking) {
    changes.push_back(fmt::format("ADD COLUMN {} {}", name, type));
    if (!fallback.empty()) changes.push_back(fmt::format("ALTER COLUMN {} SET DEFAULT {}", name, fallback));
  }
  return fmt::format("ALTER TABLE {} {}", qualified, fmt::join(changes, ", "));
}

}  // namespace runner
