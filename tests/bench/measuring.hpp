#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "support/process.hpp"

namespace runner::bench {

/// A program to start, and where.
struct Command {
  std::filesystem::path directory;
  std::vector<std::string> words;  ///< the first one is a path
  test::EnvironmentOverrides environment;
};

/// What one run took.
struct Measured {
  double seconds = 0;
  std::size_t anonymous_kb = 0;  ///< the largest that was seen, with its children; 0 when nobody looked
  int round_trips = 0;           ///< over the link, if there was one
};

enum class Memory { ignored, watched };

/// Starts the program without a shell and waits for its end. Its memory is looked at every five
/// milliseconds when that is asked for. Throws with what it said last when it fails, or takes ten minutes.
[[nodiscard]] Measured measure(const Command& command, Memory memory = Memory::ignored);

/// The one in the middle; of an even number the lower of both.
[[nodiscard]] double median(std::vector<double> values);

}  // namespace runner::bench
