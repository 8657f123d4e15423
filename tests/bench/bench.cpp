// Large files: runner and psql in turns, one after the other, on the same server.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <thread>

#include "source/files.hpp"
#include "sql/statement.hpp"
#include "support/files.hpp"
#include "support/process.hpp"
#include "support/server.hpp"

namespace {

using namespace runner;
using namespace runner::test;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMegabyte = 1 << 20;
constexpr std::size_t kFileSize = 1024 * kMegabyte;
constexpr int kRuns = 3;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Row {
  std::size_t id;
  [[nodiscard]] std::string name() const { return fmt::format("name {} lorem ipsum dolor sit amet", id); }
  [[nodiscard]] double value() const { return static_cast<double>(id * 7919 % 1'000'003) / 1'000'003; }
};

constexpr std::string_view kTable = "create table big (id int, value float8, name text, at timestamp);\n";

void write_copy(std::ostream& file) {
  std::size_t size = 0;
  file << kTable << "copy big from stdin;\n";
  for (Row row{0}; size < kFileSize; ++row.id) {
    const std::string line = fmt::format("{}\t{:.12f}\t{}\t2026-01-{:02} 10:00:00\n", row.id, row.value(),
                                         row.name(), row.id % 28 + 1);
    size += line.size();
    file << line;
  }
  file << "\\.\n";
}

void write_insert(std::ostream& file) {
  std::size_t size = 0;
  file << kTable;
  for (Row row{0}; size < kFileSize;) {
    std::string statement = "insert into big values";
    for (int i = 0; i < 1000; ++i, ++row.id) {
      statement += fmt::format("{}\n  ({}, {:.12f}, '{}', '2026-01-{:02} 10:00:00')", i == 0 ? "" : ",",
                               row.id, row.value(), row.name(), row.id % 28 + 1);
    }
    statement += ";\n";
    size += statement.size();
    file << statement;
  }
}

// A figure in kB of /proc/PID/status, 0 when the process has ended.
std::size_t status_of(pid_t pid, std::string_view name) {
  std::ifstream status(fmt::format("/proc/{}/status", pid));
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stoul(line.substr(line.find_first_of("0123456789")));
  }
  return 0;
}

struct Measured {
  double seconds = 0;
  std::size_t anonymous_kb = 0;
};

Measured measure(const TemporaryDirectory& project, const std::vector<std::string>& command,
                 const EnvironmentOverrides& environment) {
  const auto start = Clock::now();
  Process process(project.path(), command, environment);
  Measured measured;
  std::atomic<bool> over{false};
  std::thread watcher([&] {
    while (!over) {
      measured.anonymous_kb = std::max(measured.anonymous_kb, status_of(process.pid(), "RssAnon:"));
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  });
  const Outcome outcome = process.wait(std::chrono::seconds{600});
  measured.seconds = seconds_since(start);
  over = true;
  watcher.join();
  if (outcome.exit_code != 0) throw std::runtime_error(command.front() + " failed: " + outcome.err);
  return measured;
}

std::string program(const std::string& name) {
  const std::string path = std::getenv("PATH");
  return path.substr(0, path.find(':')) + "/" + name;
}

EnvironmentOverrides psql_environment(const std::string& database) {
  const ServerAddress server = server_address();
  return {{"PGHOST", server.host},
          {"PGPORT", server.port},
          {"PGUSER", server.user},
          {"PGPASSWORD", server.password},
          {"PGDATABASE", database}};
}

struct Contest {
  std::vector<double> psql, runner, ratio;
  std::size_t psql_kb = 0;
  std::size_t runner_kb = 0;
};

constexpr const char* kFile = "database/migrations/001_big.sql";

// Each on a database of its own, dropped at once: that writes everything out, so that nobody pays
// for what the other one left behind.
Measured run_psql(const TemporaryDirectory& project) {
  TemporaryDatabase database;
  return measure(project, {program("psql"), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", kFile},
                 psql_environment(database.name()));
}

Measured run_runner(const TemporaryDirectory& project) {
  TemporaryDatabase database;
  return measure(project, {RUNNER_BINARY, "up", "--quiet"}, {{"DATABASE_URL", database.url()}});
}

void take_turns(Contest& contest, const TemporaryDirectory& project) {
  for (int run = 0; run < kRuns; ++run) {
    const bool psql_first = run % 2 == 0;
    Measured psql = psql_first ? run_psql(project) : Measured{};
    const Measured own = run_runner(project);
    if (!psql_first) psql = run_psql(project);
    contest.psql.push_back(psql.seconds);
    contest.runner.push_back(own.seconds);
    contest.ratio.push_back(own.seconds / psql.seconds);
    contest.psql_kb = std::max(contest.psql_kb, psql.anonymous_kb);
    contest.runner_kb = std::max(contest.runner_kb, own.anonymous_kb);
  }
}

void run_file(const char* what, const std::function<void(std::ostream&)>& write) {
  TemporaryDirectory project;
  project.write(kFile, "");
  {
    std::ofstream file(project.path() / kFile, std::ios::binary);
    write(file);
  }
  Contest contest;
  take_turns(contest, project);
  std::cout << fmt::format("| {} | {:.1f} s | {:.1f} s | {:.2f} | {} MB | {} MB | {} |\n", what,
                           median(contest.psql), median(contest.runner), median(contest.ratio),
                           contest.psql_kb / 1024, contest.runner_kb / 1024, kRuns)
            << std::flush;
}

void run_scan() {
  TemporaryDirectory folder;
  {
    std::ofstream file(folder.path() / "big.sql", std::ios::binary);
    write_insert(file);
  }
  const Text text = read_file((folder.path() / "big.sql").string());
  std::vector<double> times;
  std::size_t statements = 0;
  for (int run = 0; run < kRuns; ++run) {
    const auto start = Clock::now();
    StatementReader reader(text.view());
    for (statements = 0; reader.next(); ++statements) {
    }
    times.push_back(seconds_since(start));
  }
  const double rate =
      static_cast<double>(text.view().size()) / static_cast<double>(kMegabyte) / median(times);
  std::cout << fmt::format(
                   "Scanning 1 GB of INSERTs, {} statements: {:.2f} s, {:.0f} MB/s (median of {}).\n\n",
                   statements, median(times), rate, kRuns)
            << std::flush;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> asked(argv + 1, argv + argc);
  const auto wanted = [&](const std::string& name) {
    return asked.empty() || std::find(asked.begin(), asked.end(), name) != asked.end();
  };
  if (wanted("scan")) run_scan();
  std::cout << "| one file | psql -1 | runner up | ratio | psql, anonymous | runner, anonymous | runs |\n"
               "|---|---|---|---|---|---|---|\n";
  if (wanted("copy")) run_file("1 GB of COPY rows", write_copy);
  if (wanted("insert")) run_file("1 GB of multi-row INSERTs", write_insert);
}
