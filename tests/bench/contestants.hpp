#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "measuring.hpp"
#include "samples.hpp"
#include "support/files.hpp"
#include "support/server.hpp"

namespace runner::bench {

/// What a contestant works on.
struct Job {
  std::filesystem::path folder;  ///< contains its files
  test::ServerAddress server;
  std::string database;
  std::size_t count = 0;  ///< number of migrations
};

using CommandFor = std::function<Command(const Job&)>;

/// A program that applies migrations. A command that it does not have is empty.
struct Contestant {
  std::string name;
  std::function<void(const test::TemporaryDirectory&, const Samples&)> write;
  CommandFor up, down, status;
  std::size_t most_files = 100'000;  ///< more would take minutes
  bool keeps_history = true;         ///< otherwise it cannot detect that there is nothing to do
};

/// A program, its path and its version, or why it is missing.
struct Peer {
  std::string name, version, program, missing;
};
/// Reads the file that RUNNER_BENCH_PEERS names and tests/bench/peers writes. None without that file.
[[nodiscard]] std::vector<Peer> find_peers();

/// Connects and runs "select 1". Has no files.
[[nodiscard]] Contestant connecting();
/// One psql that runs everything in one file and one transaction.
[[nodiscard]] Contestant one_psql();
/// One psql and one file, with BEGIN and COMMIT around each part that is a file for the others.
[[nodiscard]] Contestant psql_by_file();
[[nodiscard]] Contestant the_runner();
/// A shell script that starts psql for every file.
[[nodiscard]] Contestant psql_loop();
/// The contestants that are installed.
[[nodiscard]] std::vector<Contestant> contestants_of(const std::vector<Peer>& peers);

/// The environment variables for libpq.
[[nodiscard]] test::EnvironmentOverrides libpq_environment(const Job& job);
/// scheme://user:password@host:port/database
[[nodiscard]] std::string url_of(const Job& job, const std::string& scheme = "postgresql");

}  // namespace runner::bench
