#pragma once

#include <functional>
#include <string>
#include <vector>

#include "arena.hpp"
#include "turns.hpp"

namespace runner::bench {

/// The values that runner should reach; 0 is no aim.
struct Aim {
  double ratio = 0;
  int round_trips = 0;
  std::size_t anonymous_mb = 0;
};

/// The result of a case. The first entrant is the floor, the second one is runner.
struct CaseResult {
  std::string name;
  std::string question;
  Aim aim;
  std::vector<Entrant> entrants;
};

struct Case {
  std::string name;
  bool by_default;  ///< also runs when it is not named
  std::function<CaseResult(Arena&)> run;
};

/// In an order that lets later cases use the databases of earlier ones.
[[nodiscard]] const std::vector<Case>& cases();

}  // namespace runner::bench
