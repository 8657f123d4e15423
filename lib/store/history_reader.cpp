#include "history_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "client/own_transaction.hpp"
#include "migration/file_name.hpp"

namespace runner {
namespace {

// Without ORDER BY, because the rows usually come in the order of their ids.
constexpr std::string_view kEntries = "select id, migration_name, {1}, checksum from {0}";

// Used only when the server does not write ISO dates itself: to_char() costs more than the rest of a row.
constexpr std::string_view kIsoDate = "to_char(applied_at, 'YYYY-MM-DD HH24:MI:SS')";
constexpr std::size_t kSeconds = std::string_view("YYYY-MM-DD HH:MM:SS").size();

// What the log adds to a history entry. The newest log row of each name counts.
constexpr std::string_view kDetails =
    "select name, checksum, database_role, host, took_ms, down_checksum from {0} log"
    " where action = 'up' and outcome = 'done' order by id";

// The checksums of the stored texts. Matching them in C++ costs a fraction of a join in kDetails.
constexpr std::string_view kKept = "select checksum from {0}";

constexpr std::string_view kHalfDone =
    "select name, action, statement, statement_count, prefix_checksum, error from {0} l"
    " where action in ('up', 'down') and outcome <> 'done' and statement is not null"
    " and not exists (select 1 from {0} newer where newer.name = l.name"
    " and newer.action in ('up', 'down') and newer.id > l.id) order by name";

constexpr std::string_view kSeeds = "select seed_name, environment, checksum from {0}";

std::optional<Version> version_of(std::string_view name) { return Version::parse(leading_digits(name)); }

// A read runs no script, so there is nothing to undo: "failed" becomes "refused".
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
  // Usually they were applied in this order.
  const auto by_version = [](const HistoryEntry& a, const HistoryEntry& b) { return a.version < b.version; };
  if (!std::ranges::is_sorted(history.entries, by_version))
    std::ranges::stable_sort(history.entries, by_version);
}

// Sorted, so that a binary search finds one quickly among thousands.
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

// Skips a log row whose checksum differs from the entry's: it describes another text.
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

using Read = std::function<void(const Result&)>;

// Queries, each with the function that reads its answer.
struct Reading {
  std::vector<Query> queries;
  std::vector<Read> reads;

  void add(Query query, Read read) {
    queries.push_back(std::move(query));
    reads.push_back(std::move(read));
  }
  void add(std::string sql, Read read) { add(Query{std::move(sql), {}}, std::move(read)); }

  // Call this before adding queries that read these tables.
  void open(const HistoryTables& tables, std::span<const OwnTable> read) {
    if (tables.trust().doubtful()) add(tables.trust().findings(), TableTrust::require_none);
    std::vector<Query> opening = tables.to_read(read);
    if (opening.empty()) return;
    add(std::move(opening[0]), require_readable);
    add(std::move(opening[1]), TableTrust::require_unchanged);
  }
};

std::vector<OwnTable> tables_for(ReadScope scope) {
  switch (scope) {
    case ReadScope::history: return {OwnTable::history, OwnTable::log};
    case ReadScope::history_with_details: return {OwnTable::history, OwnTable::log, OwnTable::scripts};
    case ReadScope::seeds: return {OwnTable::seeds};
    case ReadScope::nothing: break;
  }
  return {};
}

void add_details(Reading& reading, const HistoryTables& tables, History& history) {
  const auto kept = std::make_shared<std::vector<Checksum>>();
  if (tables.has(OwnTable::scripts)) {
    reading.add(fmt::format(kKept, tables.qualified(OwnTable::scripts)),
                [kept](const Result& answer) { *kept = read_kept(answer); });
  }
  reading.add(fmt::format(kDetails, tables.readable(OwnTable::log)),
              [kept, &history](const Result& answer) { read_details(history, answer, *kept); });
}

Reading reading_of(const Connection& connection, const HistoryTables& tables, ReadScope scope,
                   TableContents& contents) {
  Reading reading;
  reading.open(tables, tables_for(scope));
  if (scope == ReadScope::seeds && tables.has(OwnTable::seeds)) {
    reading.add(fmt::format(kSeeds, tables.qualified(OwnTable::seeds)),
                [&](const Result& answer) { contents.seeds = read_seeds(answer); });
  }
  if (scope != ReadScope::history && scope != ReadScope::history_with_details) return reading;
  History& history = contents.history;
  if (tables.has(OwnTable::history)) {
    const std::string_view applied_at = connection.backend().writes_iso_dates() ? "applied_at" : kIsoDate;
    reading.add(fmt::format(kEntries, tables.qualified(OwnTable::history), applied_at),
                [&](const Result& answer) { read_entries(history, answer); });
  }
  if (!tables.has(OwnTable::log)) return reading;
  reading.add(fmt::format(kHalfDone, tables.readable(OwnTable::log)),
              [&](const Result& answer) { read_half_done(history, answer); });
  if (scope == ReadScope::history_with_details) add_details(reading, tables, history);
  return reading;
}

}  // namespace

TableContents read_contents(Connection& connection, const HistoryTables& tables, ReadScope scope) {
  TableContents contents;
  const Reading reading = reading_of(connection, tables, scope, contents);
  if (reading.queries.empty()) return contents;
  const std::vector<Result> answers = try_in_own_transaction(connection, reading.queries);
  for (std::size_t i = 0; i < answers.size(); ++i) reading.reads[i](answers[i]);
  return contents;
}

Result read_table(Connection& connection, const HistoryTables& tables, std::span<const OwnTable> read,
                  const Query& query) {
  Reading reading;
  reading.open(tables, read);
  reading.add(query, require_readable);
  std::vector<Result> answers = try_in_own_transaction(connection, reading.queries);
  for (std::size_t i = 0; i < answers.size(); ++i) reading.reads[i](answers[i]);
  return std::move(answers.back());
}

std::optional<std::string> stored_text(Connection& connection, const HistoryTables& tables,
                                       const Checksum& checksum) {
  if (!tables.has(OwnTable::scripts)) return std::nullopt;
  constexpr std::array kTable{OwnTable::scripts};
  const Result answer =
      read_table(connection, tables, kTable,
                 {fmt::format("select text from {} where checksum = $1", tables.qualified(OwnTable::scripts)),
                  {checksum.hex()}});
  return answer.rows() == 0 ? std::nullopt : answer.field(0, 0);
}

}  // namespace runner
