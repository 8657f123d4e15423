#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "support/process.hpp"

namespace runner::bench {

/// A program to start, and its folder.
struct Command {
  std::filesystem::path directory;
  std::vector<std::string> words;  ///< the first one is a path
  test::EnvironmentOverrides environment;
};

/// What one run took.
struct Measured {
  double seconds = 0;
  std::size_t anonymous_kb = 0;  ///< the largest sample, including children; 0 when not watched
  int round_trips = 0;           ///< over the link, if there is one
};

enum class Memory { ignored, watched };

/// Starts the program without a shell and waits for its end. Samples its memory every five milliseconds if
/// requested. Throws with the program's last message when it fails or takes ten minutes.
[[nodiscard]] Measured measure(const Command& command, Memory memory = Memory::ignored);

/// The value in the middle. For an even number of values, the lower of the two.
[[nodiscard]] double median(std::vector<double> values);

}  // namespace runner::bench
