#pragma once

#include <string>
#include <string_view>

#include "process.hpp"

namespace runner::test {

/// Everything that a run printed, with "err: " or "out: " before each line, and its exit code. Without times.
/// Begins with a line end, so that an expected text can begin on the line after its opening quote.
[[nodiscard]] std::string said(const Outcome& outcome);

/// Replaces what differs between runs: "12 ms" by "N ms", dates by "DATE", the host by "HOST", a database
/// and its server by "DB", the token of a CI by "TOKEN".
[[nodiscard]] std::string without_times(std::string_view text);

[[nodiscard]] bool contains(std::string_view text, std::string_view part);
[[nodiscard]] std::size_t count_of(std::string_view text, std::string_view part);

}  // namespace runner::test
