#pragma once

#include <string>
#include <string_view>

#include "process.hpp"
#include "server.hpp"

namespace runner::test {

/// A password that runner must never show, and its form in a URL.
inline constexpr std::string_view kPassword = "hun@ter2/x";
inline constexpr std::string_view kPasswordInUrl = "hun%40ter2%2Fx";

/// The parts of the password that the text shows. Empty when it shows none.
[[nodiscard]] std::string leaked(std::string_view text);
[[nodiscard]] std::string leaked(const Outcome& outcome);

/// All rows of runner's own tables, and of pg_stat_activity for this database.
[[nodiscard]] std::string kept_by(TemporaryDatabase& database);

}  // namespace runner::test
