#include "turns.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <numeric>

namespace runner::bench {
namespace {

using Clock = std::chrono::steady_clock;

// False when the run failed. The reason goes to standard error, because it may be long and contain names.
bool run_once(Entrant& entrant, bool counts) {
  try {
    const Measured measured = entrant.run();
    if (counts) entrant.runs.push_back(measured);
    return true;
  } catch (const std::exception& error) {
    std::cerr << "bench: " << entrant.who << ": " << error.what() << '\n';
    entrant.failure = "failed";
    return false;
  }
}

// Every other round reverses the order of the previous one, so that no entrant always follows the same one.
std::vector<std::size_t> order_of(std::size_t round, std::size_t entrants) {
  std::vector<std::size_t> order(entrants);
  std::iota(order.begin(), order.end(), 0);
  std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(round / 2 % entrants), order.end());
  if (round % 2 == 1) std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace

void take_turns(std::vector<Entrant>& entrants, int rounds, std::chrono::seconds budget, bool warm_up) {
  std::map<const Entrant*, Clock::duration> spent;
  for (int round = warm_up ? -1 : 0; round < rounds; ++round) {
    for (const std::size_t place : order_of(static_cast<std::size_t>(std::max(round, 0)), entrants.size())) {
      Entrant& entrant = entrants[place];
      const bool may = entrant.patient || entrant.runs.empty() || spent[&entrant] < budget;
      if (!may || !entrant.failure.empty()) continue;
      const auto start = Clock::now();
      if (!run_once(entrant, round >= 0)) continue;
      spent[&entrant] += Clock::now() - start;
    }
  }
}

double seconds_of(const Entrant& entrant) {
  std::vector<double> seconds;
  for (const Measured& run : entrant.runs) seconds.push_back(run.seconds);
  return median(std::move(seconds));
}

double ratio_of(const Entrant& entrant, const Entrant& floor) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < std::min(entrant.runs.size(), floor.runs.size()); ++i) {
    ratios.push_back(entrant.runs[i].seconds / floor.runs[i].seconds);
  }
  return median(std::move(ratios));
}

std::size_t anonymous_kb_of(const Entrant& entrant) {
  std::size_t largest = 0;
  for (const Measured& run : entrant.runs) largest = std::max(largest, run.anonymous_kb);
  return largest;
}

int round_trips_of(const Entrant& entrant) {
  int largest = 0;
  for (const Measured& run : entrant.runs) largest = std::max(largest, run.round_trips);
  return largest;
}

}  // namespace runner::bench
