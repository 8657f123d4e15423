#pragma once

#include <string>
#include <string_view>

#include "process.hpp"

namespace runner::test {

/// All that a run said, with "err: " or "out: " in front of each line, and its exit code; without
/// times. Begins with a line end, so that an expected text can stand below its quotes.
[[nodiscard]] std::string said(const Outcome& outcome);

/// Replaces what differs from run to run: "12 ms" by "N ms", dates by "DATE", the host by "HOST", a
/// database and its server by "DB", the token of a CI by "TOKEN".
[[nodiscard]] std::string without_times(std::string_view text);

[[nodiscard]] bool contains(std::string_view text, std::string_view part);
[[nodiscard]] std::size_t count_of(std::string_view text, std::string_view part);

}  // namespace runner::test
