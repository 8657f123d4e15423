#pragma once

#include <string>

#include "address.hpp"

namespace runner {

/// "database "app" on localhost:5432", as far as it is known before the server is asked.
[[nodiscard]] std::string database_shown(const ConnectionParameters& parameters);

/// What the server says, which quotes the user, without a password that got into the user.
[[nodiscard]] std::string without_password(std::string text, const ConnectionParameters& parameters);

}  // namespace runner
