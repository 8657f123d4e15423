#pragma once

#include <optional>
#include <string>

#include "scanner.hpp"

namespace runner {

/// The value of a string or a quoted name: without its quotes, and with doubled quotes made single. Leaves
/// escapes as they are. Returns any other token as written.
[[nodiscard]] std::string unquoted(const Token& token);

/// The value of a boolean setting as the server reads it: "on", 'off', 1, or the beginning of "true" or "no".
/// Nothing for any other value.
[[nodiscard]] std::optional<bool> switched_to(const Token& value);

}  // namespace runner
