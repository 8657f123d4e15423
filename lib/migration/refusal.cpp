#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "error.hpp"
#include "sql/diff.hpp"

namespace runner {
namespace {

std::vector<const Standing*> those_in(std::span<const Standing> standings, State state) {
  std::vector<const Standing*> found;
  for (const Standing& standing : standings) {
    if (standing.state == state) found.push_back(&standing);
  }
  return found;
}

// ", and 2 more: 003_a, 004_b"
std::string others(const std::vector<const Standing*>& found) {
  if (found.size() < 2) return {};
  std::string text = fmt::format("The same holds for {} more:", found.size() - 1);
  for (std::size_t i = 1; i < found.size(); ++i)
    text += fmt::format("{} \"{}\"", i > 1 ? "," : "", found[i]->name);
  return text + ".";
}

std::string difference_in(const Standing& changed, const StoredText& stored) {
  const auto before = stored(*changed.entry->checksum);
  if (!before) return "The text that was applied was not kept, so the difference cannot be shown.";
  return difference(*before, changed.migration->up.text.view());
}

void refuse_changed(const std::vector<const Standing*>& found, const StoredText& stored) {
  const Standing& changed = *found.front();
  std::string detail = difference_in(changed, stored);
  if (found.size() > 1) detail += "\n" + others(found);
  throw Error(
      ErrorKind::refused,
      fmt::format("\"{}\" was changed after it was applied ({}, sha256 {} → {})",
                  changed.migration->file_name, changed.entry->applied_at.substr(0, 10),
                  changed.entry->checksum->abbreviated(), changed.migration->up.checksum.abbreviated()))
      .at({changed.migration->up.path, 0, 0, {}, 0})
      .detail(std::move(detail))
      .hint("Restore the file, and put the change into a new migration.");
}

void refuse_missing(const std::vector<const Standing*>& found) {
  throw Error(ErrorKind::refused,
              fmt::format("\"{}\" is applied, but its file is missing", found.front()->name))
      .detail(others(found))
      .hint("Restore the file, or check out the release that was deployed; later files are here.");
}

}  // namespace

void refuse_unexplained(std::span<const Standing> standings, const StoredText& stored) {
  const auto changed = those_in(standings, State::changed);
  if (!changed.empty()) refuse_changed(changed, stored);
  const auto missing = those_in(standings, State::missing);
  if (!missing.empty()) refuse_missing(missing);
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
    if (half_done.action == action) continue;
    throw Error(
        ErrorKind::in_doubt,
        fmt::format("\"{}\" was left half done by \"runner {}\": {} of {} statements have run",
                    standing->name, name_of(half_done.action), half_done.done, half_done.statement_count))
        .detail(half_done.error)
        .hint(fmt::format("Finish it first with \"runner {}\".", name_of(half_done.action)));
  }
}

}  // namespace runner
