#include "state.hpp"

#include <algorithm>
#include <utility>

namespace runner {
namespace {

bool matches(const HistoryEntry& entry, const Script& script) {
  return !entry.checksum || *entry.checksum == script.checksum.wait() ||
         *entry.checksum == script.raw_checksum.wait();
}

// A row with the file's name belongs to the file. A row with another name belongs to it only when the
// checksum proves that the file was renamed. Otherwise the row is of another migration with the same
// number, and this file has never run.
const HistoryEntry* own_entry(const Migration& migration, std::span<const HistoryEntry> entries) {
  for (const HistoryEntry& entry : entries) {
    if (entry.name == migration.name) return &entry;
  }
  if (!migration.errors.empty()) return nullptr;  // its text may have no checksum
  for (const HistoryEntry& entry : entries) {
    if (entry.checksum && matches(entry, migration.up)) return &entry;
  }
  return nullptr;
}

bool stands_twice(const HistoryEntry& entry, std::span<const HistoryEntry> entries) {
  return std::ranges::count(entries, entry.name, &HistoryEntry::name) > 1;
}

State state_with_file(const Migration& migration, const HistoryEntry* entry, const Version* newest_applied) {
  if (!migration.errors.empty()) return State::unreadable;
  if (entry != nullptr) return matches(*entry, migration.up) ? State::applied : State::changed;
  const bool passed_over = newest_applied != nullptr && migration.version < *newest_applied;
  return passed_over ? State::out_of_order : State::pending;
}

// Builds the standings, one version at a time. A version has a file, rows, or both. It has several files
// when some of them cannot be used.
class StandingsInOrder {
 public:
  StandingsInOrder(std::span<const Migration> migrations, const History& history)
      : newest_file_(migrations.empty() ? nullptr : &migrations.back().version),
        newest_applied_(history.entries.empty() ? nullptr : &history.entries.back().version) {
    all_.reserve(std::max(migrations.size(), history.entries.size()));
  }

  void add(const Version& version, std::span<const Migration> files, std::span<const HistoryEntry> entries) {
    const std::size_t first = all_.size();
    for (const Migration& file : files) {
      const HistoryEntry* own = own_entry(file, entries);
      if (is_taken(own, first)) own = nullptr;
      all_.push_back({version, file.name, state_with_file(file, own, newest_applied_), &file, own, nullptr});
    }
    const bool ahead = newest_file_ == nullptr || *newest_file_ < version;
    for (const HistoryEntry& entry : entries) {
      if (is_taken(&entry, first)) continue;
      const State state = ahead && !stands_twice(entry, entries) ? State::ahead : State::missing;
      all_.push_back({version, entry.name, state, nullptr, &entry, nullptr});
    }
  }

  std::vector<Standing> take() && { return std::move(all_); }

 private:
  // Whether a standing from index "first" on has the entry.
  [[nodiscard]] bool is_taken(const HistoryEntry* entry, std::size_t first) const {
    return std::any_of(all_.begin() + static_cast<std::ptrdiff_t>(first), all_.end(),
                       [&](const Standing& standing) { return standing.entry == entry; });
  }

  const Version* newest_file_;
  const Version* newest_applied_;
  std::vector<Standing> all_;
};

// If several standings have the version, takes the one with the same name. A half-done script without a
// file or a row gets a new standing, so that runner still reports it when its file is gone.
Standing& standing_of(std::vector<Standing>& standings, const HalfDone& half_done) {
  const auto same_version = [&](const Standing& standing) { return standing.version == half_done.version; };
  const auto same = [&](const Standing& standing) {
    return same_version(standing) && standing.name == half_done.name;
  };
  auto found = std::find_if(standings.begin(), standings.end(), same);
  if (found == standings.end()) found = std::find_if(standings.begin(), standings.end(), same_version);
  if (found != standings.end()) return *found;
  const auto place = std::find_if(standings.begin(), standings.end(), [&](const Standing& standing) {
    return half_done.version < standing.version;
  });
  return *standings.insert(place,
                           {half_done.version, half_done.name, State::half_done, nullptr, nullptr, nullptr});
}

void mark_half_done(std::vector<Standing>& standings, const History& history) {
  for (const HalfDone& half_done : history.half_done) {
    Standing& standing = standing_of(standings, half_done);
    if (standing.state != State::unreadable) standing.state = State::half_done;
    standing.half_done = &half_done;
  }
}

}  // namespace

Rollback Standing::rollback() const noexcept {
  if (migration != nullptr && migration->down) {
    const bool known = migration->errors.empty();
    return known && undoes_nothing(*migration->down, migration->up) ? Rollback::empty : Rollback::file;
  }
  if (entry != nullptr && entry->stored_down) return Rollback::stored;
  return Rollback::none;
}

// Both inputs are already sorted by version.
std::vector<Standing> standings_of(std::span<const Migration> migrations, const History& history) {
  StandingsInOrder standings(migrations, history);
  auto migration = migrations.begin();
  auto entry = history.entries.begin();
  while (migration != migrations.end() || entry != history.entries.end()) {
    const bool file_first = entry == history.entries.end() ||
                            (migration != migrations.end() && migration->version <= entry->version);
    const Version& version = file_first ? migration->version : entry->version;
    const auto other = [&](const auto& one) { return one.version != version; };
    const auto file_end = std::find_if(migration, migrations.end(), other);
    const auto entry_end = std::find_if(entry, history.entries.end(), other);
    standings.add(version, {migration, file_end}, {entry, entry_end});
    migration = file_end;
    entry = entry_end;
  }
  std::vector<Standing> all = std::move(standings).take();
  mark_half_done(all, history);
  return all;
}

bool is_pending(State state) noexcept { return state == State::pending || state == State::out_of_order; }

bool undoes_nothing(const Script& down, const Script& up) {
  return down.statement_count == 0 && up.statement_count > 0;
}

const char* name_of(Action action) noexcept {
  switch (action) {
    case Action::up: return "up";
    case Action::down: return "down";
    case Action::seed: return "seed";
  }
  return "unknown";
}

const char* name_of(State state) noexcept {
  switch (state) {
    case State::applied: return "applied";
    case State::pending: return "pending";
    case State::changed: return "changed";
    case State::missing: return "missing";
    case State::ahead: return "ahead";
    case State::out_of_order: return "out of order";
    case State::half_done: return "half done";
    case State::unreadable: return "unreadable";
  }
  return "unknown";
}

const char* name_of(Rollback rollback) noexcept {
  switch (rollback) {
    case Rollback::file: return "file";
    case Rollback::stored: return "stored";
    case Rollback::empty: return "empty";
    case Rollback::none: return "none";
  }
  return "unknown";
}

}  // namespace runner
