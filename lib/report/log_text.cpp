#include "log_text.hpp"

#include <fmt/format.h>

#include <vector>

#include "terminal/table.hpp"
#include "text/text.hpp"

namespace runner {
namespace {

constexpr std::size_t kName = 2;
constexpr std::size_t kBy = 5;

Tone tone_of_outcome(const std::string& outcome) {
  if (outcome == "done") return Tone::good;
  return outcome == "failed" ? Tone::bad : Tone::careful;
}

// "app (ada@ci-7)", or the part of it that is known.
std::string who(const LogEntry& entry) {
  std::string person = entry.os_user;
  if (!entry.host.empty()) person += (person.empty() ? "" : "@") + entry.host;
  return person.empty() ? entry.database_role : fmt::format("{} ({})", entry.database_role, person);
}

std::vector<Cell> row_of(const LogEntry& entry) {
  return {{visible(entry.at)},
          {visible(entry.action)},
          {visible(entry.name)},
          {visible(entry.outcome), tone_of_outcome(entry.outcome)},
          {visible(entry.took ? to_text(*entry.took) : "")},
          {visible(who(entry))}};
}

// Only a script without a transaction can stop in the middle.
std::string progress_of(const LogEntry& entry) {
  if (entry.outcome == "done" || !entry.statement) return {};
  const std::size_t count = entry.statement_count.value_or(0);
  if (*entry.statement >= count) return fmt::format("stopped after the last of {} statements", count);
  const std::string at = fmt::format("statement {} of {}", *entry.statement + 1, count);
  return entry.outcome == "failed" ? "stopped at " + at : at + " began; its end is not recorded";
}

std::string error_of(const LogEntry& entry) {
  const std::string first(entry.error.substr(0, entry.error.find('\n')));
  return first.empty() || entry.sqlstate.empty() ? first : fmt::format("{} [{}]", first, entry.sqlstate);
}

std::string circumstances_of(const LogEntry& entry) {
  std::vector<std::string> parts;
  if (std::string progress = progress_of(entry); !progress.empty()) parts.push_back(std::move(progress));
  if (entry.tries > 1) parts.push_back(fmt::format("{} tries", entry.tries));
  if (!entry.origin.empty()) parts.push_back("from " + entry.origin);
  return fmt::format("{}", fmt::join(parts, "; "));
}

Clean summary_line(const Log& log) {
  const bool all = log.entries.size() == log.total;
  const std::string shown =
      all ? fmt::format("{} {}", log.total, log.total == 1 ? "entry" : "entries")
          : fmt::format("the newest {} of {} entries (--all shows all)", log.entries.size(), log.total);
  return clean("{}; times in {}\n", shown, log.time_zone);
}

}  // namespace

Clean log_text(const Log& log, const Style& style, std::size_t width) {
  if (!log.exists) return "there is no log yet: the first \"runner up\" begins it\n";
  if (log.entries.empty()) return "the log is empty\n";
  Table table({"at", "action", "name", "outcome", "took", "by"}, {kName, kBy});
  for (const LogEntry& entry : log.entries) {
    table.add(row_of(entry));
    for (const std::string& note : {error_of(entry), circumstances_of(entry)}) {
      if (!note.empty()) table.note(clean("    {}", note));
    }
  }
  return table.text(style, width) + summary_line(log);
}

}  // namespace runner
