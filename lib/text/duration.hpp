#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace runner {

using Milliseconds = std::chrono::milliseconds;

[[nodiscard]] inline Milliseconds elapsed_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
}

/// Reads "500ms", "2s", "15min", "1h" or "0", the units of PostgreSQL's own settings.
[[nodiscard]] std::optional<Milliseconds> parse_duration(std::string_view text);

/// Formats it for a reader: "12 ms", "3.2 s", "4 min 05 s".
[[nodiscard]] std::string to_text(Milliseconds duration);

}  // namespace runner
