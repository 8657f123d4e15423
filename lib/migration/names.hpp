#pragma once

#include <span>
#include <string>

namespace runner {

/// "a, b and 340 more": the first names, for a note about all of them.
[[nodiscard]] std::string listed(std::span<const std::string> names);

}  // namespace runner
