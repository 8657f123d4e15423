// The other runners: their file formats and commands.

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "contestants.hpp"

namespace runner::bench {
namespace {

using test::TemporaryDirectory;

// Up and down in one file, each after a comment.
auto in_one_file(const std::string& folder, const std::string& mark_up, const std::string& mark_down) {
  return [=](const TemporaryDirectory& files, const Samples& samples) {
    for (const Sample& sample : samples) {
      files.write(folder + "/" + sample.name + ".sql",
                  mark_up + "\n" + joined(sample.up) + "\n" + mark_down + "\n" + joined(sample.down));
    }
  };
}

Contestant dbmate(const Peer& peer) {
  const auto run = [peer](const Job& job, const char* what) {
    return Command{job.folder,
                   {peer.program, "--no-dump-schema", "--migrations-dir", "migrations", what},
                   {{"DATABASE_URL", url_of(job, "postgres") + "?sslmode=disable"}}};
  };
  // This peer undoes one migration at a time.
  const auto down = [run](const Job& job) {
    Command command = run(job, "rollback");
    command.words.insert(
        command.words.begin(),
        {"/bin/sh", "-ec", "left=$0; while [ $left -gt 0 ]; do \"$@\"; left=$((left - 1)); done",
         std::to_string(job.count)});
    return command;
  };
  return {"dbmate", in_one_file("migrations", "-- migrate:up", "-- migrate:down"),
          [run](const Job& job) { return run(job, "migrate"); }, down,
          [run](const Job& job) { return run(job, "status"); }};
}

Contestant sql_migrate(const Peer& peer) {
  const auto run = [peer](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), peer.program);
    return [arguments](const Job& job) {
      return Command{job.folder, arguments, {{"DATASOURCE", url_of(job, "postgres") + "?sslmode=disable"}}};
    };
  };
  const auto write = [](const TemporaryDirectory& files, const Samples& samples) {
    files.write("dbconfig.yml",
                "development:\n  dialect: postgres\n  datasource: ${DATASOURCE}\n  dir: migrations\n");
    in_one_file("migrations", "-- +migrate Up", "-- +migrate Down")(files, samples);
  };
  return {"sql-migrate", write, run({"up"}), run({"down", "-limit=0"}), run({"status"})};
}

Contestant sqitch(const Peer& peer) {
  const auto run = [peer](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), peer.program);
    return [arguments](const Job& job) {
      Command command{job.folder, arguments, libpq_environment(job)};
      command.words.insert(command.words.begin() + 2, {"--target", url_of(job, "db:pg")});
      command.environment.insert({{"SQITCH_FULLNAME", "Bench"}, {"SQITCH_EMAIL", "bench@example.com"}});
      return command;
    };
  };
  const auto write = [](const TemporaryDirectory& files, const Samples& samples) {
    std::string plan = "%syntax-version=1.0.0\n%project=bench\n\n";
    for (const Sample& sample : samples) {
      const std::string name = "m" + sample.name;
      plan += name + " 2026-01-01T00:00:00Z Bench <bench@example.com> # One more\n";
      files.write("deploy/" + name + ".sql", "begin;\n" + joined(sample.up) + "commit;\n");
      files.write("revert/" + name + ".sql", "begin;\n" + joined(sample.down) + "commit;\n");
    }
    files.write("sqitch.plan", plan);
    files.write("sqitch.conf", "[core]\n\tengine = pg\n");
  };
  return {"sqitch", write, run({"deploy"}), run({"revert", "-y"}), run({"status"}), 1000};
}

Contestant drizzle(const Peer& peer) {
  const auto write = [](const TemporaryDirectory& files, const Samples& samples) {
    std::string entries;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      files.write("drizzle/" + samples[i].name + ".sql", joined(samples[i].up, "--> statement-breakpoint\n"));
      entries += fmt::format(R"({}{{"idx":{},"version":"7","when":{},"tag":"{}","breakpoints":true}})",
                             i == 0 ? "" : ",\n", i, 1'767'225'600'000 + i, samples[i].name);
    }
    files.write("drizzle/meta/_journal.json",
                R"({"version":"7","dialect":"postgresql","entries":[)" + entries + "]}\n");
  };
  const auto up = [peer](const Job& job) {
    return Command{job.folder,
                   {"/usr/bin/env", "node", RUNNER_BENCH "/drizzle.mjs"},
                   {{"DATABASE_URL", url_of(job)}, {"NODE_MODULES", peer.program}}};
  };
  return {"drizzle-orm", write, up, {}, {}};
}

}  // namespace

std::vector<Peer> find_peers() {
  const char* path = std::getenv("RUNNER_BENCH_PEERS");
  std::vector<Peer> peers;
  std::ifstream file(path == nullptr ? "" : path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    Peer peer{line.substr(0, first), line.substr(first + 1, second - first - 1), "", ""};
    (peer.version == "missing" ? peer.missing : peer.program) = line.substr(second + 1);
    peers.push_back(std::move(peer));
  }
  return peers;
}

std::vector<Contestant> contestants_of(const std::vector<Peer>& peers) {
  const std::map<std::string, Contestant (*)(const Peer&)> known{
      {"dbmate", dbmate}, {"drizzle", drizzle}, {"sqitch", sqitch}, {"sql-migrate", sql_migrate}};
  std::vector<Contestant> contestants;
  for (const Peer& peer : peers) {
    if (peer.missing.empty()) contestants.push_back(known.at(peer.name)(peer));
  }
  return contestants;
}

}  // namespace runner::bench
