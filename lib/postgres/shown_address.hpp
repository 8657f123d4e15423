#pragma once

#include <string>

#include "address.hpp"

namespace runner {

/// What the server says, which quotes the user, without a password that got into the user.
[[nodiscard]] std::string without_password(std::string text, const ConnectionParameters& parameters);

}  // namespace runner
