#include "waiting_text.hpp"

#include <algorithm>

#include "terminal/style.hpp"

namespace runner {
namespace {

using namespace std::chrono_literals;

constexpr auto kEvery = 10s;
constexpr std::size_t kShortestSummary = 16;

Clean queue_line(const Queue& queue) {
  return clean("behind us: {} {}, oldest {}", queue.length, queue.length == 1 ? "query" : "queries",
               to_text(queue.oldest));
}

// A line that is too long loses its end, so the least important part comes last.
Clean line_about(const Blocker& blocker) {
  if (blocker.pid == 0) return "blocked by a prepared transaction: see pg_prepared_xacts";
  Clean line = clean("blocked by pid {}", blocker.pid);
  if (!blocker.state.empty()) line += clean("  {}", blocker.state);
  if (blocker.in_state) line += clean(" {}", clock_text(*blocker.in_state));
  // A transaction of many short statements looks young by its state, but still holds its locks.
  const bool older =
      blocker.in_state && blocker.in_transaction && *blocker.in_transaction > *blocker.in_state + 5s;
  if (older) line += clean(" (transaction {})", clock_text(*blocker.in_transaction));
  if (!blocker.application.empty()) return line + clean("  app={}", blocker.application);
  return blocker.user.empty() ? line : line + clean("  user={}", blocker.user);
}

// Puts the query on the next line if this one would cut it.
void add_blocker(std::vector<Clean>& lines, const Blocker& blocker, std::size_t width) {
  const Clean line = "  " + line_about(blocker);
  const Clean query = clean("  \"{}\"", blocker.query);
  const bool fits = display_width(line + query) <= width;
  lines.push_back(blocker.query.empty() || !fits ? line : line + query);
  if (!blocker.query.empty() && !fits) lines.push_back("  " + query);
}

Clean left_text(Milliseconds left) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  if (seconds < 100) return clean("~{} s left", seconds);
  if (seconds < 6000) return clean("~{} min left", (seconds + 30) / 60);
  return clean("~{} h left", (seconds + 1800) / 3600);
}

Clean join(const std::vector<Clean>& parts) {
  Clean line;
  for (const Clean& part : parts) {
    if (!part.empty()) line += (line.empty() ? Clean() : Clean("  ")) + part;
  }
  return line;
}

Clean measure_of(const StatementProgress& progress) {
  const bool known = progress.total > 0;
  const auto percent =
      known ? static_cast<double>(progress.done) * 100 / static_cast<double>(progress.total) : 0;
  return join({known ? clean("{} %", static_cast<int>(percent)) : Clean(), visible(to_text(progress.elapsed)),
               progress.left ? left_text(*progress.left) : Clean()});
}

// "building index: loading tuples" is clear without its first part.
std::string brief(const std::string& phase) {
  const std::size_t colon = phase.find(": ");
  return colon == std::string::npos ? phase : phase.substr(colon + 2);
}

}  // namespace

std::vector<Clean> text_of(const Blockage& blockage, std::size_t width) {
  std::vector<Clean> lines{clean("waiting {} for {}", to_text(blockage.waited), blockage.wanted)};
  for (const Blocker& blocker : blockage.named()) add_blocker(lines, blocker, width);
  if (blockage.unnamed() > 0) lines.push_back(clean("  and by {} more", blockage.unnamed()));
  if (blockage.behind.length > 0) lines.push_back("  " + queue_line(blockage.behind));
  if (const std::string ending = ending_of(blockage); !ending.empty()) {
    lines.push_back(clean("  to end it: {}", ending));
  }
  for (Clean& line : lines) line = cut_to_width(line, width);
  return lines;
}

std::vector<Clean> text_of(const ReplicationWait& wait, std::size_t width) {
  std::vector<Clean> lines{
      clean("COMMIT waits {} for replication to {}", to_text(wait.waited), wait.standbys),
      "  it is on disk here; see synchronous_standby_names and pg_stat_replication"};
  for (Clean& line : lines) line = cut_to_width(line, width);
  return lines;
}

std::vector<Clean> text_of(const StatementProgress& progress, const std::string& number, std::size_t width) {
  const Clean named = number.empty() || progress.statement.empty() ? Clean() : clean("{} ", number);
  const Clean statement = progress.statement.empty() ? Clean("running") : visible(progress.statement);
  const Clean measure = measure_of(progress);
  const auto rest_with = [&](const std::string& phase) { return "   " + join({visible(phase), measure}); };
  // The measure gets room first, then the start of the statement, then the phase.
  Clean rest = rest_with(progress.phase);
  if (display_width(named + statement + rest) > width) rest = rest_with(brief(progress.phase));
  if (display_width(named + rest) + kShortestSummary > width) rest = rest_with("");
  const std::size_t used = display_width(named + rest);
  const std::size_t room = std::max(width > used ? width - used : 0, kShortestSummary / 2);
  std::vector<Clean> lines{cut_to_width(named + cut_to_width(statement, room) + rest, width)};
  if (progress.behind.length > 0) lines.push_back(cut_to_width("  " + queue_line(progress.behind), width));
  return lines;
}

bool Cadence::due(const std::string& what, TimePoint now) {
  if (shown_ && what == what_ && now < *shown_ + kEvery) return false;
  what_ = what;
  shown_ = now;
  return true;
}

}  // namespace runner
