#pragma once

#include <functional>
#include <string>
#include <vector>

#include "arena.hpp"
#include "turns.hpp"

namespace runner::bench {

/// What runner is to reach; 0 is no aim.
struct Aim {
  double ratio = 0;
  int round_trips = 0;
  std::size_t anonymous_mb = 0;
};

/// What came of a case. The first entrant is the floor, the second one is runner.
struct CaseResult {
  std::string name;
  std::string question;
  Aim aim;
  std::vector<Entrant> entrants;
};

struct Case {
  std::string name;
  bool by_default;  ///< and not only when it is named
  std::function<CaseResult(Arena&)> run;
};

/// In the order in which they share what they leave behind.
[[nodiscard]] const std::vector<Case>& cases();

}  // namespace runner::bench
