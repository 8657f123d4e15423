#include "cases.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <map>
#include <memory>
#include <stdexcept>

#include "source/disk.hpp"
#include "sql/statement.hpp"
#include "support/link.hpp"

namespace runner::bench {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::TemporaryDatabase;

constexpr std::size_t kMegabyte = std::size_t{1} << 20;
constexpr milliseconds kOneWay{20};
constexpr seconds kBudget{8};  // for each contestant that need not take every turn

const Material& schema(int count) {
  static std::map<int, Material> made;
  const auto [material, is_new] = made.try_emplace(count);
  if (is_new) material->second = {fmt::format("schema {}", count), schema_samples(count)};
  return material->second;
}

using Run = std::function<Measured(const Contestant&)>;

// The floor, runner and the others. An entrant that cannot run has a reason instead.
std::vector<Entrant> entrants_of(Arena& arena, const Contestant& floor, const CommandFor Contestant::*command,
                                 std::size_t files, const Run& run) {
  std::vector<Entrant> entrants;
  const bool looks = &floor == &arena.connecting();
  const auto add = [&](const Contestant& contestant, bool patient) {
    std::string reason;
    if (!(contestant.*command)) reason = "has no such command";
    if (looks && !contestant.keeps_history) reason = "keeps no history";
    if (files > contestant.most_files) reason = "left out: takes minutes";
    entrants.push_back({contestant.name, [run, &contestant] { return run(contestant); }, patient, reason});
  };
  add(floor, true);
  add(arena.own(), true);
  for (const Contestant& other : arena.others()) add(other, false);
  return entrants;
}

// A time counts only if the work was done: every entrant must leave the same columns, indexes and rows of the
// big table, apart from its own history. The first entrant, psql, sets the expected result.
void expect_same_work(const std::string& material, TemporaryDatabase& database) {
  static std::map<std::string, std::string> left;
  const std::string found = database.value(
      "select count(*) || ' ' || coalesce(md5(string_agg(relname || '.' || attname, ' ' order by relname, "
      "attname)), '')"
      " from pg_attribute join pg_class on pg_class.oid = attrelid"
      " where relname ~ '^(order|rule|big)' and not attisdropped");
  const std::string rows = database.exists("big") ? database.value("select count(*) from big") : "";
  const auto [first, is_new] = left.try_emplace(material, found + " " + rows);
  if (first->second != found + " " + rows)
    throw std::runtime_error("the database is not what psql makes of it");
}

// Writes everything to the disk, so that no entrant has to wait for writes of another entrant or of an
// earlier step.
void settle(TemporaryDatabase& database) {
  database.execute("checkpoint");
  sync();
}

// Commands that find nothing to do or only read. The floor connects to runner's database.
CaseResult looking(Arena& arena, const Material& material, const CommandFor Contestant::*command,
                   int rounds) {
  const Run run = [&arena, &material, command](const Contestant& contestant) {
    const bool connects = &contestant == &arena.connecting();
    const Job job = arena.applied_job(connects ? arena.own() : contestant, material);
    return measure((contestant.*command)(job));
  };
  CaseResult result;
  result.entrants = entrants_of(arena, arena.connecting(), command, material.samples.size(), run);
  take_turns(result.entrants, rounds, kBudget, true);
  return result;
}

// Applies to an empty database, which the cases of looking() can use afterwards.
CaseResult applying(Arena& arena, const Material& material, int rounds, bool keeps) {
  const Run run = [&arena, &material, keeps](const Contestant& contestant) {
    auto database = std::make_unique<TemporaryDatabase>();
    const Job job = arena.job(contestant, material, database->name());
    settle(*database);
    const Measured measured = measure(contestant.up(job));
    expect_same_work(material.name, *database);
    if (keeps) arena.keep(contestant, material, std::move(database));
    return measured;
  };
  CaseResult result;
  result.entrants = entrants_of(arena, arena.floor(), &Contestant::up, material.samples.size(), run);
  take_turns(result.entrants, rounds, kBudget, false);
  return result;
}

CaseResult undoing(Arena& arena, const Material& material, int rounds) {
  const Run run = [&arena, &material](const Contestant& contestant) {
    TemporaryDatabase database;
    const Job job = arena.job(contestant, material, database.name());
    static_cast<void>(measure(contestant.up(job)));
    settle(database);
    const Measured measured = measure(contestant.down(job));
    expect_same_work(material.name + " undone", database);
    return measured;
  };
  CaseResult result;
  result.entrants = entrants_of(arena, arena.floor(), &Contestant::down, material.samples.size(), run);
  take_turns(result.entrants, rounds, kBudget, false);
  return result;
}

CaseResult over_link(Arena& arena) {
  const Run run = [&arena](const Contestant& contestant) {
    const bool ours = &contestant == &arena.own() || &contestant == &arena.floor();
    TemporaryDatabase database;
    test::Link link(kOneWay);
    const Material& material = schema(ours ? 100 : 10);
    Job job = arena.job(contestant, material, database.name());
    job.server.port = std::to_string(link.port());
    Measured measured = measure(contestant.up(job));
    expect_same_work(material.name, database);
    measured.round_trips = link.round_trips();
    return measured;
  };
  CaseResult result;
  result.entrants = entrants_of(arena, arena.floor(), &Contestant::up, 10, run);
  for (std::size_t i = 2; i < result.entrants.size(); ++i) result.entrants[i].who += ", 10 files";
  take_turns(result.entrants, 1, seconds{0}, false);
  return result;
}

CaseResult one_big_file(Arena& arena, const std::string& name, Samples samples, int rounds, bool alone) {
  const Material material{name, std::move(samples)};
  const Run run = [&arena, &material](const Contestant& contestant) {
    TemporaryDatabase database;
    const Job job = arena.job(contestant, material, database.name());
    settle(database);
    const Measured measured = measure(contestant.up(job), Memory::watched);
    expect_same_work(material.name, database);
    return measured;
  };
  CaseResult result;
  result.entrants = entrants_of(arena, arena.floor(), &Contestant::up, 1, run);
  if (alone) result.entrants.resize(2);
  take_turns(result.entrants, rounds, kBudget, false);
  arena.forget(material);
  return result;
}

// Runs only the scanner, without a server.
CaseResult scanning(Arena& /*arena*/) {
  const test::TemporaryDirectory folder;
  folder.write("big.sql", joined(inserts(1024 * kMegabyte).front().up));
  const Text text = read_file((folder.path() / "big.sql").string());
  const auto scan = [&text] {
    const auto start = std::chrono::steady_clock::now();
    StatementReader reader(text.view());
    while (reader.next()) continue;
    return Measured{std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 0, 0};
  };
  CaseResult result;
  result.entrants = {{"the scanner", scan, true, ""}};
  take_turns(result.entrants, 3, seconds{60}, false);
  return result;
}

Case make(const std::string& name, const std::string& question, const Aim& aim,
          const std::function<CaseResult(Arena&)>& run, bool by_default = true) {
  return {name, by_default, [=](Arena& arena) {
            CaseResult result = run(arena);
            result.name = name;
            result.question = question;
            result.aim = aim;
            return result;
          }};
}

}  // namespace

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      make("files100", "100 files into an empty database, each in a transaction of its own", {1.05},
           [](Arena& arena) { return applying(arena, schema(100), 9, false); }),
      make("files1000", "1,000 files into an empty database, each in a transaction of its own", {1.05},
           [](Arena& arena) { return applying(arena, schema(1000), 5, true); }),
      make("down100", "100 files taken back", {1.2},
           [](Arena& arena) { return undoing(arena, schema(100), 7); }),
      make("noop", "1,000 files applied, each with a way back, nothing to do", {1.3},
           [](Arena& arena) { return looking(arena, schema(1000), &Contestant::up, 21); }),
      make("status", "1,000 files applied, each with a way back, show how they stand", {1.3},
           [](Arena& arena) { return looking(arena, schema(1000), &Contestant::status, 21); }),
      make("noop10000", "10,000 files applied, without a way back, nothing to do", {3},
           [](Arena& arena) {
             static const Material material{"data 10000", data_samples(10'000)};
             return looking(arena, material, &Contestant::up, 15);
           }),
      make("link", "100 files over a link with a round trip of 40 ms", {0, 12}, over_link),
      make("insert200", "200 MB of INSERTs, a thousand rows each", {1.0, 0, 32},
           [](Arena& arena) { return one_big_file(arena, "insert200", inserts(200 * kMegabyte), 3, false); }),
      make("copy200", "200 MB of COPY rows", {1.0, 0, 32},
           [](Arena& arena) { return one_big_file(arena, "copy200", copy(200 * kMegabyte), 5, false); }),
      make("scan", "1 GB of INSERTs cut into statements, without a server", {}, scanning, false),
      make(
          "insert", "1 GB of INSERTs, a thousand rows each", {1.0, 0, 32},
          [](Arena& arena) { return one_big_file(arena, "insert", inserts(1024 * kMegabyte), 3, true); },
          false),
      make(
          "copy", "1 GB of COPY rows", {1.0, 0, 32},
          [](Arena& arena) { return one_big_file(arena, "copy", copy(1024 * kMegabyte), 5, true); }, false),
  };
  return all;
}

}  // namespace runner::bench
