#include "table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::bench {
namespace {

std::string time(double seconds) {
  return seconds < 1 ? fmt::format("{:.1f} ms", seconds * 1000) : fmt::format("{:.2f} s", seconds);
}

std::string row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

std::string rule(std::size_t columns) {
  std::string text = "|";
  for (std::size_t i = 0; i < columns; ++i) text += i == 0 ? "---|" : "--:|";
  return text + "\n";
}

// The columns of a case: those for which an entrant has a value.
struct Columns {
  bool ratio, memory, round_trips;

  explicit Columns(const CaseResult& result)
      : ratio(result.aim.ratio > 0),
        memory(std::any_of(result.entrants.begin(), result.entrants.end(),
                           [](const Entrant& entrant) { return anonymous_kb_of(entrant) > 0; })),
        round_trips(std::any_of(result.entrants.begin(), result.entrants.end(),
                                [](const Entrant& entrant) { return round_trips_of(entrant) > 0; })) {}

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names{"", "time"};
    if (ratio) names.emplace_back("ratio");
    if (memory) names.emplace_back("anonymous memory");
    if (round_trips) names.emplace_back("round trips");
    names.emplace_back("runs");
    return names;
  }

  [[nodiscard]] std::vector<std::string> cells(const Entrant& entrant, const Entrant& floor) const {
    std::vector<std::string> cells{entrant.who};
    if (entrant.runs.empty()) {
      cells.resize(names().size());
      cells.at(1) = entrant.failure;
      return cells;
    }
    cells.push_back(time(seconds_of(entrant)));
    if (ratio) cells.push_back(floor.runs.empty() ? "" : fmt::format("{:.2f}", ratio_of(entrant, floor)));
    if (memory)
      cells.push_back(fmt::format("{:.1f} MB", static_cast<double>(anonymous_kb_of(entrant)) / 1024));
    if (round_trips) cells.push_back(std::to_string(round_trips_of(entrant)));
    cells.push_back(std::to_string(entrant.runs.size()));
    return cells;
  }
};

struct Goal {
  std::string wanted, reached;
  bool met;
};

std::vector<Goal> goals_of(const CaseResult& result) {
  std::vector<Goal> goals;
  if (result.entrants.size() < 2 || result.entrants[1].runs.empty() || result.entrants[0].runs.empty())
    return goals;
  const Entrant& floor = result.entrants[0];
  const Entrant& own = result.entrants[1];
  if (result.aim.ratio > 0) {
    // Compares the values as rounded for display.
    const std::string wanted = fmt::format("{:.2f}", result.aim.ratio);
    const std::string reached = fmt::format("{:.2f}", ratio_of(own, floor));
    goals.push_back(
        {fmt::format("≤ {} × {}", wanted, floor.who), reached, std::stod(reached) <= std::stod(wanted)});
  }
  if (result.aim.round_trips > 0) {
    goals.push_back({fmt::format("≤ {} round trips", result.aim.round_trips),
                     std::to_string(round_trips_of(own)), round_trips_of(own) <= result.aim.round_trips});
  }
  if (result.aim.anonymous_mb > 0) {
    const double megabytes = static_cast<double>(anonymous_kb_of(own)) / 1024;
    goals.push_back({fmt::format("< {} MB of anonymous memory", result.aim.anonymous_mb),
                     fmt::format("{:.1f}", megabytes),
                     megabytes < static_cast<double>(result.aim.anonymous_mb)});
  }
  return goals;
}

}  // namespace

std::string heading(const Machine& machine, const std::vector<Peer>& peers) {
  std::string text = fmt::format(R"(# Benchmarks

Made with `make bench ARGS=--write`: {} cores, {} GB of memory, PostgreSQL {} with default durability on
the same machine. The contestants take turns, in an order that changes from round to round. A time is that of
the whole process, started without a shell, the median of the runs; a ratio is the median of the ratios
to the floor in the same round; memory is the largest that was seen. The floor and runner have every
turn; whoever is slow has fewer. Before each everything is written to disk. TLS is off for everybody.

- **psql -XAtc 'select 1'** is what connecting costs; nothing can be faster.
- **psql -1, one file** runs everything in one transaction and keeps no history.
- **runner** runs each file in a transaction of its own, with its row in the history.
- **psql, a transaction a file** runs the same one file with BEGIN and COMMIT around each migration, and keeps
  no history: what the server takes for that alone.
- **psql in a loop** is a shell script: for every file it asks the history, runs the file, and adds a row.
)",
                                 machine.cores, machine.memory_gb, machine.postgres);
  const std::vector<std::pair<std::string, std::string>> traits = {
      {"dbmate", "is its native program, not the wrapper; it takes one migration back at a time"},
      {"drizzle",
       "is the migrator of drizzle-orm, with pg; it runs all files in one transaction and takes nothing "
       "back"},
      {"sqitch", "runs psql for every file"},
      {"sql-migrate", "has up and down in one file"}};
  for (const Peer& peer : peers) {
    const auto trait =
        std::find_if(traits.begin(), traits.end(), [&](const auto& t) { return t.first == peer.name; });
    text += peer.missing.empty() ? fmt::format("- **{}** {} {}.\n", peer.name, peer.version, trait->second)
                                 : fmt::format("- **{}** is missing: {}.\n", peer.name, peer.missing);
  }
  return text +
         "\nAll have the same SQL, each in its own file format: three or four statements a file, with a way "
         "back.\n";
}

std::string section(const CaseResult& result) {
  const Columns columns(result);
  std::string text = fmt::format("\n## {}: {}\n\n", result.name, result.question);
  text += row(columns.names()) + rule(columns.names().size());
  for (const Entrant& entrant : result.entrants) text += row(columns.cells(entrant, result.entrants.front()));
  return text;
}

std::string summary(const std::vector<CaseResult>& results) {
  std::string text = "\n## The aims\n\n" + row({"case", "aim", "runner", ""}) + rule(4);
  for (const CaseResult& result : results) {
    for (const Goal& goal : goals_of(result)) {
      text += row({result.name, goal.wanted, goal.reached, goal.met ? "met" : "missed"});
    }
  }
  return text;
}

}  // namespace runner::bench
