#include "history_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "migration/file_name.hpp"

namespace runner {
namespace {

// Not sorted: mostly the rows come in the order of their ids, and then nobody has to.
constexpr std::string_view kEntries = "select id, migration_name, {1}, checksum from {0}migration_history";

// As the server writes it by itself, when that is so: this takes it longer than all the rest of a row.
constexpr std::string_view kIsoDate = "to_char(applied_at, 'YYYY-MM-DD HH24:MI:SS')";
constexpr std::size_t kSeconds = std::string_view("YYYY-MM-DD HH:MM:SS").size();

// What the log adds to a row; the newest of a name counts.
constexpr std::string_view kDetails =
    "select name, checksum, database_role, host, took_ms, down_checksum from {0}migration_log"
    " where action = 'up' and outcome = 'done' order by id";

// Which texts are kept; joined here, and not in kDetails, it costs a fraction.
constexpr std::string_view kKept = "select checksum from {0}migration_scripts";

constexpr std::string_view kHalfDone =
    "select name, action, statement, statement_count, prefix_checksum, error from {0}migration_log l"
    " where action in ('up', 'down') and outcome <> 'done' and statement is not null"
    " and not exists (select 1 from {0}migration_log newer where newer.name = l.name"
    " and newer.action in ('up', 'down') and newer.id > l.id) order by name";

constexpr std::string_view kSeeds = "select seed_name, environment, checksum from {0}seed_history";

std::optional<Version> version_of(std::string_view name) {
  return Version::parse(name.substr(0, name.find_first_not_of("0123456789")));
}

// No script is running when something is read: nothing can have failed and been undone.
void require_readable(const Result& answer) {
  if (!answer.failed()) return;
  const Error error = to_error(answer.report());
  if (error.kind() != ErrorKind::failed) throw error;
  throw error.as(ErrorKind::refused)
      .prefix("could not read runner's own tables")
      .hint("Grant the role SELECT on migration_history, _log and _scripts, and on seed_history.");
}

std::vector<int> rows_by_id(const Result& answer) {
  std::vector<int> rows(static_cast<std::size_t>(answer.rows()));
  std::iota(rows.begin(), rows.end(), 0);
  const auto id = [&](int row) { return answer.number(row, 0); };
  if (!std::ranges::is_sorted(rows, {}, id)) std::ranges::sort(rows, {}, id);
  return rows;
}

void read_entries(History& history, const Result& answer) {
  require_readable(answer);
  history.entries.reserve(static_cast<std::size_t>(answer.rows()));
  for (const int row : rows_by_id(answer)) {
    std::string recorded = answer.text(row, 1);
    std::string name(without_suffix(recorded));
    history.spelling = name == recorded ? Spelling::without_suffix : Spelling::with_suffix;
    auto version = version_of(name);
    if (!version) {
      history.unnumbered.push_back(std::move(recorded));
      continue;
    }
    history.entries.push_back({std::move(*version), std::move(name), std::move(recorded),
                               std::string(answer.view(row, 2).substr(0, kSeconds)),
                               Checksum::parse(answer.view(row, 3)), "", std::nullopt, std::nullopt});
  }
  // Mostly they were applied in that order.
  const auto by_version = [](const HistoryEntry& a, const HistoryEntry& b) { return a.version < b.version; };
  if (!std::ranges::is_sorted(history.entries, by_version))
    std::ranges::stable_sort(history.entries, by_version);
}

// In order, so that one is found quickly among thousands.
std::vector<Checksum> read_kept(const Result& answer) {
  require_readable(answer);
  std::vector<Checksum> kept;
  kept.reserve(static_cast<std::size_t>(answer.rows()));
  for (int row = 0; row < answer.rows(); ++row) {
    if (const auto checksum = Checksum::parse(answer.view(row, 0))) kept.push_back(*checksum);
  }
  std::ranges::sort(kept);
  return kept;
}

// Only where the log tells of the very text that the row stands for.
void read_details(History& history, const Result& answer, const std::vector<Checksum>& kept) {
  require_readable(answer);
  std::unordered_map<std::string_view, HistoryEntry*> entries;
  entries.reserve(history.entries.size());
  for (HistoryEntry& entry : history.entries) entries[entry.name] = &entry;
  for (int row = answer.rows() - 1; row >= 0; --row) {
    const auto found = entries.find(answer.view(row, 0));
    if (found == entries.end()) continue;
    HistoryEntry& entry = *found->second;
    entries.erase(found);
    if (entry.checksum && entry.checksum != Checksum::parse(answer.view(row, 1))) continue;
    const std::string host = answer.text(row, 3);
    entry.applied_by = answer.text(row, 2) + (host.empty() ? "" : "@" + host);
    entry.took = answer.milliseconds(row, 4);
    const auto down = Checksum::parse(answer.view(row, 5));
    if (down && std::ranges::binary_search(kept, *down)) entry.stored_down = down;
  }
}

void read_half_done(History& history, const Result& answer) {
  require_readable(answer);
  for (int row = 0; row < answer.rows(); ++row) {
    const std::string name = answer.text(row, 0);
    const auto version = version_of(name);
    if (!version) continue;
    history.half_done.push_back({.version = *version,
                                 .name = name,
                                 .action = answer.text(row, 1) == "up" ? Action::up : Action::down,
                                 .done = answer.number<std::size_t>(row, 2),
                                 .statement_count = answer.number<std::size_t>(row, 3),
                                 .prefix = Checksum::parse(answer.view(row, 4)),
                                 .error = answer.text(row, 5)});
  }
}

std::vector<SeedEntry> read_seeds(const Result& answer) {
  require_readable(answer);
  std::vector<SeedEntry> entries;
  for (int row = 0; row < answer.rows(); ++row) {
    const auto checksum = Checksum::parse(answer.view(row, 2));
    if (checksum) entries.push_back({answer.text(row, 0), answer.text(row, 1), *checksum});
  }
  return entries;
}

}  // namespace

std::vector<Query> history_queries(const Connection& connection, const std::string& schema, Wanted wanted) {
  const std::string prefix = schema.empty() ? "" : connection.quoted(schema) + ".";
  std::vector<std::string_view> statements;
  switch (wanted) {
    case Wanted::history: statements = {kEntries, kHalfDone}; break;
    case Wanted::history_with_details: statements = {kEntries, kHalfDone, kKept, kDetails}; break;
    case Wanted::seeds: statements = {kSeeds}; break;
    case Wanted::nothing: break;
  }
  std::vector<Query> queries;
  const std::string_view applied_at = connection.writes_iso_dates() ? "applied_at" : kIsoDate;
  for (const std::string_view sql : statements)
    queries.push_back({fmt::format(fmt::runtime(sql), prefix, applied_at), {}});
  return queries;
}

Recorded recorded_in(std::span<const Result> answers, const HistoryTables& tables, Wanted wanted) {
  Recorded recorded;
  if (wanted == Wanted::nothing) return recorded;
  if (wanted == Wanted::seeds) {
    if (tables.has_seeds()) recorded.seeds = read_seeds(answers[0]);
    return recorded;
  }
  if (tables.has_history()) read_entries(recorded.history, answers[0]);
  if (!tables.has_log()) return recorded;
  read_half_done(recorded.history, answers[1]);
  if (wanted == Wanted::history_with_details) {
    const auto kept = tables.has_scripts() ? read_kept(answers[2]) : std::vector<Checksum>{};
    read_details(recorded.history, answers[3], kept);
  }
  return recorded;
}

std::optional<std::string> stored_text(Connection& connection, const HistoryTables& tables,
                                       const Checksum& checksum) {
  if (!tables.has_scripts()) return std::nullopt;
  const Query query{fmt::format("select text from {} where checksum = $1", tables.scripts()),
                    {checksum.hex()}};
  const std::vector<Result> answers = connection.try_execute_all({&query, 1});
  require_readable(answers.front());
  return answers.front().rows() == 0 ? std::nullopt : answers.front().field(0, 0);
}

}  // namespace runner
