#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "plan/waiting.hpp"
#include "terminal/clean.hpp"

namespace runner {

/// For whom a statement waits, who waits for it, and how to end the wait: lines of at most this many
/// columns.
[[nodiscard]] std::vector<Clean> text_of(const Blockage& blockage, std::size_t width);
[[nodiscard]] std::vector<Clean> text_of(const ReplicationWait& wait, std::size_t width);

/// How far a statement is, and who waits for it. The number is the statement's in its script; empty
/// when it is not known.
[[nodiscard]] std::vector<Clean> text_of(const StatementProgress& progress, const std::string& number,
                                         std::size_t width);

/// Decides what is worth a line of what is told every second, where no line can be written over.
class Cadence {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// Whether this is something else than the last time, or ten seconds have passed.
  [[nodiscard]] bool due(const std::string& what, TimePoint now);

 private:
  std::string what_;
  std::optional<TimePoint> shown_;
};

}  // namespace runner
