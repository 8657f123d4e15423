#include "state.hpp"

#include <algorithm>
#include <map>

namespace runner {
namespace {

bool matches(const HistoryEntry& entry, const Script& script) {
  return !entry.checksum || *entry.checksum == script.checksum || *entry.checksum == script.raw_checksum;
}

// The row that goes by the file's name is the file's. One under another name is so only when the
// checksum proves that the file was renamed: else it is of another migration with the same number,
// and this file has never run.
const HistoryEntry* own_entry(const Migration& migration, std::span<const HistoryEntry* const> entries) {
  for (const HistoryEntry* entry : entries) {
    if (entry->name == migration.name) return entry;
  }
  for (const HistoryEntry* entry : entries) {
    if (entry->checksum && matches(*entry, migration.up)) return entry;
  }
  return nullptr;
}

State state_with_file(const Migration& migration, const HistoryEntry* entry, const Version* newest_applied) {
  if (entry != nullptr) return matches(*entry, migration.up) ? State::applied : State::changed;
  const bool passed_over = newest_applied != nullptr && migration.version < *newest_applied;
  return passed_over ? State::out_of_order : State::pending;
}

struct Sides {
  const Migration* migration = nullptr;
  std::vector<const HistoryEntry*> entries;
};

std::map<Version, Sides> by_version(std::span<const Migration> migrations, const History& history) {
  std::map<Version, Sides> sides;
  for (const Migration& migration : migrations) sides[migration.version].migration = &migration;
  for (const HistoryEntry& entry : history.entries) sides[entry.version].entries.push_back(&entry);
  return sides;
}

// Of two with one number the one of that name. One that is in neither list stands for itself, so
// that it is not forgotten when its file is gone.
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
    standing.state = State::half_done;
    standing.half_done = &half_done;
  }
}

}  // namespace

Rollback Standing::rollback() const noexcept {
  if (migration != nullptr && migration->down) return Rollback::file;
  if (entry != nullptr && entry->stored_down) return Rollback::stored;
  return Rollback::none;
}

std::vector<Standing> standings_of(std::span<const Migration> migrations, const History& history) {
  const Version* newest_file = migrations.empty() ? nullptr : &migrations.back().version;
  const Version* newest_applied = history.entries.empty() ? nullptr : &history.entries.back().version;
  std::vector<Standing> standings;
  for (const auto& [version, sides] : by_version(migrations, history)) {
    const HistoryEntry* own = nullptr;
    if (sides.migration != nullptr) {
      own = own_entry(*sides.migration, sides.entries);
      const State state = state_with_file(*sides.migration, own, newest_applied);
      standings.push_back({version, sides.migration->name, state, sides.migration, own, nullptr});
    }
    for (const HistoryEntry* entry : sides.entries) {
      if (entry == own) continue;
      const bool ahead = newest_file == nullptr || *newest_file < version;
      standings.push_back(
          {version, entry->name, ahead ? State::ahead : State::missing, nullptr, entry, nullptr});
    }
  }
  mark_half_done(standings, history);
  return standings;
}

bool is_pending(State state) noexcept { return state == State::pending || state == State::out_of_order; }

const char* name_of(State state) noexcept {
  switch (state) {
    case State::applied: return "applied";
    case State::pending: return "pending";
    case State::changed: return "changed";
    case State::missing: return "missing";
    case State::ahead: return "ahead";
    case State::out_of_order: return "out of order";
    case State::half_done: return "half done";
  }
  return "unknown";
}

const char* name_of(Rollback rollback) noexcept {
  switch (rollback) {
    case Rollback::file: return "file";
    case Rollback::stored: return "stored";
    case Rollback::none: return "none";
  }
  return "unknown";
}

}  // namespace runner
