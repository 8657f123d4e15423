#pragma once

#include "error.hpp"

namespace runner {

/// The exception that is being handled, as an error. Call it in a catch block only.
[[nodiscard]] Error caught_error();

}  // namespace runner
