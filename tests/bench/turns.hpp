#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "measuring.hpp"

namespace runner::bench {

/// A participant in a case: what it does in one turn, and its results.
struct Entrant {
  std::string who;
  std::function<Measured()> run;
  bool patient = false;  ///< takes every turn, however long it takes
  std::string failure;   ///< why it does not run any more
  std::vector<Measured> runs = {};
};

/// Runs that many rounds. In each round every entrant runs once, in an order that changes between rounds. An
/// entrant that has failed, or used up its budget including preparation, is left out of later rounds. Every
/// entrant has at least one turn. A warm-up adds a first round that does not count.
void take_turns(std::vector<Entrant>& entrants, int rounds, std::chrono::seconds budget, bool warm_up);

/// The median of the seconds, and the median of the ratio to the floor's time in the same round.
[[nodiscard]] double seconds_of(const Entrant& entrant);
[[nodiscard]] double ratio_of(const Entrant& entrant, const Entrant& floor);
/// The maximum over all runs.
[[nodiscard]] std::size_t anonymous_kb_of(const Entrant& entrant);
[[nodiscard]] int round_trips_of(const Entrant& entrant);

}  // namespace runner::bench
