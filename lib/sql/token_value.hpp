#pragma once

#include <optional>
#include <string>

#include "scanner.hpp"

namespace runner {

/// What a string or a quoted name says: without its quotes, and what is doubled in them once. Escapes stay as
/// they are. Any other token as it is written.
[[nodiscard]] std::string unquoted(const Token& token);

/// What a setting is switched to, as the server reads it: "on", 'off', 1, and the beginning of "true" or
/// "no". Nothing for any other value.
[[nodiscard]] std::optional<bool> switched_to(const Token& value);

}  // namespace runner
