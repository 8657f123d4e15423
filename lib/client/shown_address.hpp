#pragma once

#include <string>

#include "address.hpp"

namespace runner {

/// For example: database "app" on localhost:5432. Uses only what is known before connecting.
[[nodiscard]] std::string database_shown(const ConnectionParameters& parameters);

/// The server's message, which quotes the user, without a password misplaced in the user.
[[nodiscard]] std::string without_password(std::string text, const ConnectionParameters& parameters);

}  // namespace runner
