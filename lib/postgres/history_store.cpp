#include "history_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace runner {
namespace {

// A larger text is not kept: the database is no archive.
constexpr std::size_t kLargestKeptText = 1'000'000;

std::optional<Version> version_of(std::string_view name) {
  return Version::parse(name.substr(0, name.find_first_not_of("0123456789")));
}

std::optional<Milliseconds> milliseconds(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  return Milliseconds{std::stoll(*text)};
}

Parameter text_or_null(const std::string& text) { return text.empty() ? std::nullopt : Parameter(text); }

}  // namespace

struct HistoryStore::LogRow {
  const Step& step;
  const char* outcome;
  std::optional<Milliseconds> took;
  std::optional<Progress> progress;
  std::string sqlstate;
  std::string error;
};

HistoryStore::HistoryStore(Connection& connection, HistoryTables tables, Identity identity)
    : connection_(connection), tables_(std::move(tables)), identity_(std::move(identity)) {}

// No script is running when something is read: nothing can have failed and been undone.
Result HistoryStore::ask(const Query& query) const {
  try {
    return connection_.execute(query.sql, query.parameters);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::failed) throw;
    throw error.as(ErrorKind::refused)
        .prefix("could not read runner's own tables")
        .hint("Grant the role SELECT on migration_history, _log and _scripts, and on seed_history.");
  }
}

History HistoryStore::read() const {
  History history;
  if (tables_.has_history()) read_entries(history);
  if (tables_.has_log()) {
    read_log(history);
    read_half_done(history);
  }
  return history;
}

void HistoryStore::read_entries(History& history) const {
  const Result answer =
      ask({fmt::format("select migration_name, to_char(applied_at, 'YYYY-MM-DD HH24:MI:SS'),"
                       " checksum from {} order by id",
                       tables_.history()),
           {}});
  for (int row = 0; row < answer.rows(); ++row) {
    const std::string recorded = answer.text(row, 0);
    const std::string name(without_suffix(recorded));
    history.spelling = name == recorded ? Spelling::without_suffix : Spelling::with_suffix;
    const auto version = version_of(name);
    if (!version) {
      history.unnumbered.push_back(recorded);
      continue;
    }
    history.entries.push_back({*version, name, recorded, answer.text(row, 1),
                               Checksum::parse(answer.text(row, 2)), "", std::nullopt, std::nullopt});
  }
  std::stable_sort(history.entries.begin(), history.entries.end(),
                   [](const HistoryEntry& a, const HistoryEntry& b) { return a.version < b.version; });
}

// What the log adds to a row: only where it tells of the very text that the row stands for.
void HistoryStore::read_log(History& history) const {
  const Result answer = ask({fmt::format("select distinct on (l.name) l.name, l.checksum,"
                                         " concat_ws('@', l.database_role, l.host), l.took_ms, s.checksum"
                                         " from {} l left join {} s on s.checksum = l.down_checksum"
                                         " where l.action = 'up' and l.outcome = 'done'"
                                         " order by l.name, l.id desc",
                                         tables_.log(), tables_.scripts()),
                             {}});
  std::map<std::string, HistoryEntry*> entries;
  for (HistoryEntry& entry : history.entries) entries[entry.name] = &entry;
  for (int row = 0; row < answer.rows(); ++row) {
    const auto found = entries.find(answer.text(row, 0));
    if (found == entries.end()) continue;
    HistoryEntry& entry = *found->second;
    if (entry.checksum && entry.checksum != Checksum::parse(answer.text(row, 1))) continue;
    entry.applied_by = answer.text(row, 2);
    entry.took = milliseconds(answer.field(row, 3));
    entry.stored_down = Checksum::parse(answer.text(row, 4));
  }
}

void HistoryStore::read_half_done(History& history) const {
  const Result answer =
      ask({fmt::format("select name, action, statement, statement_count, prefix_checksum, error"
                       " from (select distinct on (name) * from {}"
                       " where action in ('up', 'down') order by name, id desc) newest"
                       " where outcome <> 'done' and statement is not null",
                       tables_.log()),
           {}});
  for (int row = 0; row < answer.rows(); ++row) {
    const std::string name = answer.text(row, 0);
    const auto version = version_of(name);
    if (!version) continue;
    history.half_done.push_back({.version = *version,
                                 .name = name,
                                 .action = answer.text(row, 1) == "up" ? Action::up : Action::down,
                                 .done = std::stoul(answer.text(row, 2)),
                                 .statement_count = std::stoul(answer.text(row, 3)),
                                 .prefix = Checksum::parse(answer.text(row, 4)),
                                 .error = answer.text(row, 5)});
  }
}

std::vector<SeedEntry> HistoryStore::read_seeds() const {
  std::vector<SeedEntry> entries;
  if (!tables_.has_seeds()) return entries;
  const Result answer =
      ask({fmt::format("select seed_name, environment, checksum from {}", tables_.seeds()), {}});
  for (int row = 0; row < answer.rows(); ++row) {
    const auto checksum = Checksum::parse(answer.text(row, 2));
    if (checksum) entries.push_back({answer.text(row, 0), answer.text(row, 1), *checksum});
  }
  return entries;
}

std::optional<std::string> HistoryStore::stored_text(const Checksum& checksum) const {
  if (!tables_.has_scripts()) return std::nullopt;
  const Result answer =
      ask({fmt::format("select text from {} where checksum = $1", tables_.scripts()), {checksum.hex()}});
  return answer.rows() == 0 ? std::nullopt : answer.field(0, 0);
}

void HistoryStore::record_done(const Step& step, Milliseconds took,
                               const std::optional<Progress>& progress) const {
  switch (step.action) {
    case Action::up: record_up(step); break;
    case Action::down: record_down(step); break;
    case Action::seed: record_seed(step); break;
  }
  append({step, "done", took, progress, "", ""});
}

// The script may have written its own row, in any spelling: then only the checksum is ours.
void HistoryStore::record_up(const Step& step) const {
  run({fmt::format(
           "with own as (update {0} set checksum = $2 where migration_name in ($1, $3, $4) returning 1)"
           " insert into {0} (migration_name, checksum) select $1, $2"
           " where not exists (select 1 from own)",
           tables_.history()),
       {step.recorded_name, step.script.checksum.hex(), step.name, step.name + ".sql"}});
  keep_text(step.script.checksum, step.script.text);
  if (!step.rollback) return;
  const Text rollback = self_contained(*step.rollback);
  keep_text(Checksum::of(rollback.view()), rollback);
}

// With no migration left nothing can be left of the seeds either: they run again after the next up.
void HistoryStore::record_down(const Step& step) const {
  run({fmt::format("delete from {} where migration_name in ($1, $2, $3)", tables_.history()),
       {step.recorded_name, step.name, step.name + ".sql"}});
  run({fmt::format("delete from {} where not exists (select 1 from {})", tables_.seeds(), tables_.history()),
       {}});
}

void HistoryStore::record_seed(const Step& step) const {
  run({fmt::format("insert into {} (seed_name, environment, checksum) values ($1, $2, $3)"
                   " on conflict (seed_name, environment)"
                   " do update set checksum = excluded.checksum, applied_at = excluded.applied_at",
                   tables_.seeds()),
       {step.recorded_name, step.environment, step.script.checksum.hex()}});
}

void HistoryStore::keep_text(const Checksum& checksum, const Text& text) const {
  if (text.view().size() > kLargestKeptText) return;
  run({fmt::format("insert into {} (checksum, text) values ($1, $2) on conflict (checksum) do nothing",
                   tables_.scripts()),
       {checksum.hex(), std::string(text.view())}});
}

void HistoryStore::log_failure(const Step& step, const Error& error, Milliseconds took,
                               const std::optional<Progress>& progress) const {
  append({step, "failed", took, progress, error.sqlstate(), error.message()});
}

void HistoryStore::log_progress(const Step& step, const Progress& progress) const {
  append({step, "started", std::nullopt, progress, "", ""});
}

void HistoryStore::append(const LogRow& row) const {
  const Step& step = row.step;
  run({fmt::format(
           "insert into {} (action, outcome, name, environment, checksum, down_checksum, took_ms, statement,"
           " statement_count, prefix_checksum, sqlstate, error, os_user, host, origin, runner_version)"
           " values ($1, $2, $3, $4, $5, $6, $7::bigint, $8::integer, $9::integer, $10, $11, $12, $13, $14, "
           "$15, $16)",
           tables_.log()),
       {name_of(step.action), row.outcome, step.name, step.environment, step.script.checksum.hex(),
        step.rollback ? Parameter(Checksum::of(self_contained(*step.rollback).view()).hex()) : std::nullopt,
        row.took ? Parameter(std::to_string(row.took->count())) : std::nullopt,
        row.progress ? Parameter(std::to_string(row.progress->done)) : std::nullopt,
        std::to_string(step.script.statement_count),
        row.progress ? Parameter(row.progress->prefix.hex()) : std::nullopt, text_or_null(row.sqlstate),
        text_or_null(row.error), text_or_null(identity_.os_user), text_or_null(identity_.host),
        text_or_null(identity_.origin), identity_.runner_version}});
}

}  // namespace runner
