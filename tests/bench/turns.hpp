#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "measuring.hpp"

namespace runner::bench {

/// Takes part in a case: what it does in one turn, and what came of it.
struct Entrant {
  std::string who;
  std::function<Measured()> run;
  bool patient = false;  ///< takes every turn, however long that is
  std::string failure;   ///< why it has no more runs
  std::vector<Measured> runs = {};
};

/// So many rounds in which everybody runs once, in an order that changes from round to round. Whoever has
/// used up the budget, preparation included, or has failed, is left out from then on; everybody
/// has at least one turn. With a warm-up there is one round before that does not count.
void take_turns(std::vector<Entrant>& entrants, int rounds, std::chrono::seconds budget, bool warm_up);

/// The median of the seconds; and of how often the time of the floor in the same round.
[[nodiscard]] double seconds_of(const Entrant& entrant);
[[nodiscard]] double ratio_of(const Entrant& entrant, const Entrant& floor);
/// The largest of all runs.
[[nodiscard]] std::size_t anonymous_kb_of(const Entrant& entrant);
[[nodiscard]] int round_trips_of(const Entrant& entrant);

}  // namespace runner::bench
