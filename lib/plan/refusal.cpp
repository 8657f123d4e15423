#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "migration/template.hpp"
#include "text/diff.hpp"

namespace runner {
namespace {

std::vector<const Standing*> those_in(std::span<const Standing> standings, State state) {
  std::vector<const Standing*> found;
  for (const Standing& standing : standings) {
    if (standing.state == state) found.push_back(&standing);
  }
  return found;
}

// "The same holds for 2 more: "003_a", "004_b"."
std::string others(const std::vector<const Standing*>& found) {
  if (found.size() < 2) return {};
  std::string text = fmt::format("The same holds for {} more:", found.size() - 1);
  for (std::size_t i = 1; i < found.size(); ++i)
    text += fmt::format("{} \"{}\"", i > 1 ? "," : "", found[i]->name);
  return text + ".";
}

std::string difference_in(const Standing& changed, const StoredText& stored) {
  const auto before = stored(*changed.entry->checksum);
  if (!before) return "The applied text was not stored, so runner cannot show the difference.";
  const Script& up = changed.migration->up;
  if (*before != up.text.view()) return difference(*before, up.text.view());
  std::set<std::string_view> names;  // a script may include a file several times
  for (const SourceFile& file : up.included_files) names.insert(file.path);
  return fmt::format("Its own text is unchanged; a file that it includes was changed: {}.",
                     fmt::join(names, ", "));
}

void refuse_changed(const std::vector<const Standing*>& found, const StoredText& stored) {
  const Standing& changed = *found.front();
  std::string detail = difference_in(changed, stored);
  if (found.size() > 1) detail += "\n" + others(found);
  const std::string date = changed.entry->applied_at.substr(0, 10);
  throw Error(ErrorKind::refused, fmt::format("\"{}\" was changed after it was applied ({}{}sha256 {} → {})",
                                              changed.migration->file_name, date, date.empty() ? "" : ", ",
                                              changed.entry->checksum->abbreviated(),
                                              changed.migration->up.checksum.wait().abbreviated()))
      .at(whole_file(changed.migration->up.path))
      .detail(std::move(detail))
      .hint("Restore the file, and put the change into a new migration.");
}

// Throws when a file that has never run has the number of the missing one.
void refuse_taken_number(const Standing& missing, std::span<const Standing> standings) {
  for (const Standing& other : standings) {
    if (other.version != missing.version || other.migration == nullptr || other.entry != nullptr) continue;
    throw Error(ErrorKind::refused, fmt::format("\"{}\" is applied, but its number belongs to \"{}\" here",
                                                missing.name, other.migration->file_name))
        .at(whole_file(other.migration->up.path))
        .hint("Restore the applied file, and give this one a number above the newest.");
  }
}

void refuse_missing(const std::vector<const Standing*>& found, std::span<const Standing> standings) {
  refuse_taken_number(*found.front(), standings);
  throw Error(ErrorKind::refused,
              fmt::format("\"{}\" is applied, but its file is missing", found.front()->name))
      .detail(others(found))
      .hint("Restore the file, or check out the release that was deployed; later files are here.");
}

[[noreturn]] void refuse_doubled(const HistoryEntry& one, const HistoryEntry& other) {
  throw Error(ErrorKind::refused,
              fmt::format("\"{}\" appears twice in migration_history, as \"{}\" and as \"{}\"", one.name,
                          one.recorded_name, other.recorded_name))
      .hint("Delete the row that does not belong there: runner cannot tell which one counts.");
}

// Two rows may name one migration, for example one with the suffix and one without.
void refuse_doubled_rows(std::span<const Standing> standings) {
  for (auto one = standings.begin(); one != standings.end(); ++one) {
    for (auto other = one + 1; other != standings.end() && other->version == one->version; ++other) {
      const bool doubled = one->entry != nullptr && other->entry != nullptr && one->name == other->name;
      if (doubled) refuse_doubled(*one->entry, *other->entry);
    }
  }
}

// Whether it is of a newer release: neither its file nor a later one is on disk.
bool is_ahead(const Standing& standing, std::span<const Standing> standings) {
  return std::none_of(standings.begin(), standings.end(), [&](const Standing& other) {
    return other.migration != nullptr && other.version >= standing.version;
  });
}

// What the operator has to restore before runner can resume a half-done script.
std::string obstacle_of(const Standing& standing) {
  if (standing.half_done->action == Action::down) {
    return standing.entry == nullptr ? "Its history row is gone: put it back. " : "";
  }
  return standing.migration == nullptr ? "Its file is missing: restore it. " : "";
}

}  // namespace

void refuse_unexplained(std::span<const Standing> standings, const StoredText& stored) {
  refuse_doubled_rows(standings);
  const auto changed = those_in(standings, State::changed);
  if (!changed.empty()) refuse_changed(changed, stored);
  const auto missing = those_in(standings, State::missing);
  if (!missing.empty()) refuse_missing(missing, standings);
}

void refuse_out_of_order(std::span<const Standing> standings) {
  const auto passed_over = those_in(standings, State::out_of_order);
  if (passed_over.empty()) return;
  const auto newest = std::find_if(standings.rbegin(), standings.rend(),
                                   [](const Standing& standing) { return standing.entry != nullptr; });
  throw Error(ErrorKind::refused, fmt::format("\"{}\" is pending, but \"{}\" after it is already applied",
                                              passed_over.front()->name, newest->name))
      .detail(others(passed_over))
      .hint("Give it a number above the newest, or run with --out-of-order.");
}

void refuse_half_done(std::span<const Standing> standings, Action action) {
  for (const Standing* standing : those_in(standings, State::half_done)) {
    const HalfDone& half_done = *standing->half_done;
    if (action == Action::up && is_ahead(*standing, standings)) continue;
    const std::string obstacle = obstacle_of(*standing);
    if (half_done.action == action && obstacle.empty()) continue;
    throw Error(
        ErrorKind::in_doubt,
        fmt::format("\"{}\" was left half done by \"runner {}\": {} of {} statements have run",
                    standing->name, name_of(half_done.action), half_done.done, half_done.statement_count))
        .detail(half_done.error)
        .hint(fmt::format("{}Finish it first with \"runner {}\".", obstacle, name_of(half_done.action)));
  }
}

void refuse_untouched(const Migration& migration) {
  if (!is_up_template(migration.up.text.view())) return;
  throw Error(ErrorKind::source,
              fmt::format("\"{}\" is still as \"runner new\" wrote it", migration.file_name))
      .at(whole_file(migration.up.path))
      .hint("Write the migration into it, or remove its files.");
}

}  // namespace runner
