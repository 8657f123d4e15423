#include "session_look.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sql/statement.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

using namespace std::chrono_literals;

// "AccessExclusiveLock" is ACCESS EXCLUSIVE in SQL.
std::string sql_mode(std::string_view mode) {
  constexpr std::string_view kLock = "Lock";
  if (mode.ends_with(kLock)) mode.remove_suffix(kLock.size());
  std::string text;
  for (const char c : mode) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !text.empty()) text += ' ';
    text += capital ? c : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return text;
}

bool is_waiting_phase(const ProgressRow& row) { return row.phase.starts_with("waiting for "); }

// A concurrent index build reports what it waits for, which says more than the lock.
std::string wanted_by(const AwaitedLock& lock, const std::optional<ProgressRow>& progress) {
  if (progress && is_waiting_phase(*progress)) {
    constexpr std::string_view kWaitingFor = "waiting for ";
    const std::string whom = progress->phase.substr(kWaitingFor.size());
    if (progress->lockers_total == 0) return whom;
    return fmt::format("{}, {} of {} done", whom, progress->lockers_done, progress->lockers_total);
  }
  const std::string on = lock.relation.empty() ? "" : " on " + lock.relation;
  if (lock.type == "relation") return sql_mode(lock.mode) + on;
  if (lock.type == "tuple") return "a row of " + lock.relation;
  if (lock.type == "transactionid" || lock.type == "virtualxid") return "another transaction to end";
  if (lock.type == "advisory") return "an advisory lock";
  return fmt::format("a lock of type {}{}", lock.type, on);
}

struct Share {
  std::uint64_t done = 0, total = 0;
};

// A phase that does not count leaves the counters of the phase before it, so runner ignores them there.
Share share_in(const ProgressRow& row) {
  const auto says = [&](std::string_view words) { return row.phase.find(words) != std::string::npos; };
  if (says("loading tuples")) return {row.tuples_done, row.tuples_total};
  const bool counts_blocks = row.phase.empty() || row.phase == "building index" || says("scanning") ||
                             says("vacuuming heap") || says("acquiring");
  return counts_blocks ? Share{row.blocks_done, row.blocks_total} : Share{};
}

std::string shown_phase(std::string_view phase) {
  constexpr std::string_view kInTree = " in tree";
  return std::string(phase.substr(0, phase.size() - (phase.ends_with(kInTree) ? kInTree.size() : 0)));
}

}  // namespace

std::optional<Blockage> blockage_in(const Look& look) {
  if (!look.lock || look.blockers.empty()) return std::nullopt;
  return Blockage{look.lock->waited, wanted_by(*look.lock, look.progress), look.blockers, look.behind};
}

std::optional<ReplicationWait> replication_wait_in(const Look& look) {
  if (!look.standbys) return std::nullopt;
  return ReplicationWait{look.running, *look.standbys};
}

std::optional<StatementProgress> progress_in(const Look& look) {
  if (look.state != "active") return std::nullopt;
  StatementProgress progress;
  progress.statement = shown_query(look.query);
  progress.elapsed = look.running;
  progress.behind = look.behind;
  if (!look.progress) return progress;
  const auto [done, total] = share_in(*look.progress);
  progress.phase = shown_phase(look.progress->phase);
  progress.done = std::min(done, total);
  progress.total = total;
  return progress;
}

bool same_phase(const StatementProgress& before, const StatementProgress& now) {
  return before.statement == now.statement && before.phase == now.phase && before.total == now.total &&
         before.done <= now.done && before.elapsed <= now.elapsed;
}

std::optional<Milliseconds> time_left(const StatementProgress& before, const StatementProgress& now) {
  const Milliseconds passed = now.elapsed - before.elapsed;
  if (!same_phase(before, now) || passed < 1s || now.done == before.done) return std::nullopt;
  const double pace = static_cast<double>(now.done - before.done) / static_cast<double>(passed.count());
  return Milliseconds{static_cast<std::int64_t>(static_cast<double>(now.total - now.done) / pace)};
}

std::string shown_query(std::string_view query) {
  // "<insufficient privilege>" and the like: no statement starts with "<".
  if (trimmed(query).starts_with('<')) return {};
  std::string text = summary_of(trimmed(query));
  // Text from another session must not move the cursor of the user's terminal.
  std::replace_if(
      text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
  return text;
}

}  // namespace runner
