#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "plan/waiting.hpp"
#include "terminal/clean.hpp"

namespace runner {

/// Which sessions a statement waits for, how many wait for it, and how to end the wait. No line has more than
/// this many columns.
[[nodiscard]] std::vector<Clean> text_of(const Blockage& blockage, std::size_t width);
[[nodiscard]] std::vector<Clean> text_of(const ReplicationWait& wait, std::size_t width);

/// How far a statement is, and how many sessions wait for it. The number is that of the statement in its
/// script, or empty when unknown.
[[nodiscard]] std::vector<Clean> text_of(const StatementProgress& progress, const std::string& number,
                                         std::size_t width);

/// Decides which of the reports that come every second get a line, when lines cannot be overwritten.
class Cadence {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// Whether "what" is new, or was last shown ten seconds ago or earlier.
  [[nodiscard]] bool due(const std::string& what, TimePoint now);

 private:
  std::string what_;
  std::optional<TimePoint> shown_;
};

}  // namespace runner
