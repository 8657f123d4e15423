#pragma once

#include <string>
#include <string_view>

#include "process.hpp"
#include "server.hpp"

namespace runner::test {

/// A password that nobody may get to see, and what it is in a URL.
inline constexpr std::string_view kPassword = "hun@ter2/x";
inline constexpr std::string_view kPasswordInUrl = "hun%40ter2%2Fx";

/// What of it can be seen in the text; empty when nothing.
[[nodiscard]] std::string leaked(std::string_view text);
[[nodiscard]] std::string leaked(const Outcome& outcome);

/// All that the database keeps of what was done, and sees of who is there.
[[nodiscard]] std::string kept_by(TemporaryDatabase& database);

}  // namespace runner::test
