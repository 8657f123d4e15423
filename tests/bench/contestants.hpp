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

/// What a contestant is to work on.
struct Job {
  std::filesystem::path folder;  ///< with its files
  test::ServerAddress server;
  std::string database;
  std::size_t count = 0;  ///< of the migrations
};

using CommandFor = std::function<Command(const Job&)>;

/// Somebody who applies migrations. A command that it does not have is empty.
struct Contestant {
  std::string name;
  std::function<void(const test::TemporaryDirectory&, const Samples&)> write;
  CommandFor up, down, status;
  std::size_t most_files = 100'000;  ///< beyond which it would take minutes
  bool keeps_history = true;         ///< else it cannot find that there is nothing to do
};

/// A program, where it is, and its version; or why it is not here.
struct Peer {
  std::string name, version, program, missing;
};
/// From the file that RUNNER_BENCH_PEERS names, which tests/bench/peers has written; none without it.
[[nodiscard]] std::vector<Peer> find_peers();

/// Connects and asks for 1; has no files.
[[nodiscard]] Contestant connecting();
/// One psql, one transaction, everything in one file.
[[nodiscard]] Contestant one_psql();
/// One psql and one file, with BEGIN and COMMIT around what is a file for others.
[[nodiscard]] Contestant psql_by_file();
[[nodiscard]] Contestant the_runner();
/// A shell script that starts psql for every file.
[[nodiscard]] Contestant psql_loop();
/// Those that are here.
[[nodiscard]] std::vector<Contestant> contestants_of(const std::vector<Peer>& peers);

/// What libpq reads.
[[nodiscard]] test::EnvironmentOverrides libpq_environment(const Job& job);
/// scheme://user:password@host:port/database
[[nodiscard]] std::string url_of(const Job& job, const std::string& scheme = "postgresql");

}  // namespace runner::bench
