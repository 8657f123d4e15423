// Compares the speed of runner with psql and other runners. Prints Markdown, case by case, and writes it to a
// file when one is named. Fails when a case could not be measured.

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "arena.hpp"
#include "cases.hpp"
#include "table.hpp"

namespace {

using namespace runner;
using namespace runner::bench;

Machine this_machine() {
  const auto bytes =
      static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(getpagesize());
  std::string version = test::TemporaryDatabase().value("show server_version");
  return {std::thread::hardware_concurrency(), bytes >> 30, version.substr(0, version.find(' '))};
}

std::vector<Case> chosen(const std::vector<std::string>& names) {
  std::vector<Case> chosen;
  for (const Case& one : cases()) {
    const bool named = std::find(names.begin(), names.end(), one.name) != names.end();
    if (named || (names.empty() && one.by_default)) chosen.push_back(one);
  }
  return chosen;
}

std::vector<Contestant> others_than_runner(const std::vector<Peer>& peers) {
  std::vector<Contestant> others = contestants_of(peers);
  others.insert(others.begin(), {psql_by_file(), psql_loop()});
  return others;
}

// The floor and runner have to succeed. The others may fail.
bool was_measured(const CaseResult& result) {
  return std::none_of(result.entrants.begin(), result.entrants.end(),
                      [](const Entrant& entrant) { return entrant.patient && !entrant.failure.empty(); });
}

int usage() {
  std::cerr << "usage: bench [--write FILE] [CASE...]\nby default:";
  for (const Case& one : cases()) {
    if (one.by_default) std::cerr << ' ' << one.name;
  }
  std::cerr << "\nwhen named:";
  for (const Case& one : cases()) {
    if (!one.by_default) std::cerr << ' ' << one.name;
  }
  std::cerr << '\n';
  return 1;
}

// Prints and writes the results. False when a case could not be measured.
bool run_cases(const std::vector<Case>& wanted, const std::string& file) {
  const std::vector<Peer> peers = find_peers();
  const std::string head = heading(this_machine(), peers);
  // A connection of runner waits for signals. Here a signal ends the benchmark, as it ends the server.
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  Arena arena(others_than_runner(peers));
  std::cout << head << std::flush;
  std::vector<CaseResult> results;
  std::string sections;
  for (const Case& one : wanted) {
    const auto start = std::chrono::steady_clock::now();
    results.push_back(one.run(arena));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::cerr << fmt::format("bench: {} took {:.0f} s\n", one.name, took.count());
    sections += section(results.back());
    std::cout << section(results.back()) << std::flush;
  }
  std::cout << summary(results);
  if (!file.empty()) std::ofstream(file) << head << summary(results) << sections;
  return std::all_of(results.begin(), results.end(), was_measured);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> names(argv + 1, argv + argc);
  std::string file;
  if (names.size() >= 2 && names.front() == "--write") {
    file = names[1];
    names.erase(names.begin(), names.begin() + 2);
  }
  const std::vector<Case> wanted = chosen(names);
  if (wanted.size() < names.size()) return usage();
  try {
    return run_cases(wanted, file) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << '\n';
    return 1;
  }
}
