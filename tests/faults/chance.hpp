#pragma once

#include <chrono>
#include <functional>
#include <random>

namespace runner::test {

/// The random numbers of a round. The same seed gives the same numbers.
class Chance {
 public:
  explicit Chance(unsigned seed) : generator_(seed) {}

  /// Both bounds are included.
  [[nodiscard]] int between(int lowest, int highest);
  [[nodiscard]] bool one_in(int number) { return between(1, number) == 1; }
  /// Sleeps for a random part of that time.
  void sleep_within(std::chrono::microseconds longest);

 private:
  std::mt19937 generator_;
};

/// How many rounds a test plays: in every "make test", and when all rounds are requested.
struct Rounds {
  int bounded, all;
};

/// Plays the rounds, each with its own seed. A failure reports how to repeat its round. RUNNER_FAULT_SEED is
/// the seed of the first round, and each later round adds 1. RUNNER_FAULT_ROUNDS is the number of rounds, or
/// "all".
void play(Rounds rounds, const std::function<void(Chance&)>& round);

}  // namespace runner::test
