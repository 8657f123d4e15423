#pragma once

#include <string>

namespace runner {

/// The help text of a command, or of the whole program for an empty name. Throws Error(usage) for
/// a command that does not exist.
[[nodiscard]] std::string help_text(const std::string& command);

}  // namespace runner
