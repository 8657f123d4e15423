#pragma once

#include <chrono>
#include <functional>
#include <random>

namespace runner::test {

/// What a round draws its luck from: the same seed, the same luck.
class Chance {
 public:
  explicit Chance(unsigned seed) : generator_(seed) {}

  /// Both may come.
  [[nodiscard]] int between(int lowest, int highest);
  [[nodiscard]] bool one_in(int number) { return between(1, number) == 1; }
  /// Lets a part of that time pass.
  void sleep_within(std::chrono::microseconds longest);

 private:
  std::mt19937 generator_;
};

/// How often something is tried: in every "make test", and when all of it was asked for.
struct Rounds {
  int bounded, all;
};

/// Plays the rounds, each with a seed of its own; what fails in one tells how to play that one again.
/// RUNNER_FAULT_SEED is the seed of the first, and the next ones count up from there.
/// RUNNER_FAULT_ROUNDS is how many, or "all".
void play(Rounds rounds, const std::function<void(Chance&)>& round);

}  // namespace runner::test
