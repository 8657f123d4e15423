#include "chance.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>
#include <thread>

namespace runner::test {
namespace {

std::string setting(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : value;
}

int number_of(Rounds rounds) {
  const std::string wanted = setting("RUNNER_FAULT_ROUNDS", "");
  if (wanted.empty()) return rounds.bounded;
  return wanted == "all" ? rounds.all : std::stoi(wanted);
}

std::string how_to_repeat(unsigned seed) {
  return fmt::format("again: RUNNER_FAULT_SEED={} RUNNER_FAULT_ROUNDS=1 make test-faults ARGS=--run_test={}",
                     seed, boost::unit_test::framework::current_test_case().full_name());
}

}  // namespace

int Chance::between(int lowest, int highest) {
  return std::uniform_int_distribution<int>(lowest, highest)(generator_);
}

void Chance::sleep_within(std::chrono::microseconds longest) {
  std::this_thread::sleep_for(std::chrono::microseconds(between(0, static_cast<int>(longest.count()))));
}

void play(Rounds rounds, const std::function<void(Chance&)>& round) {
  const auto first = static_cast<unsigned>(std::stoul(setting("RUNNER_FAULT_SEED", "1")));
  const auto count = static_cast<unsigned>(number_of(rounds));
  for (unsigned seed = first; seed != first + count; ++seed) {
    BOOST_TEST_CONTEXT(how_to_repeat(seed)) {
      Chance chance(seed);
      try {
        round(chance);
      } catch (const std::exception& error) {
        BOOST_ERROR(error.what());
        throw;
      }
    }
  }
}

}  // namespace runner::test
