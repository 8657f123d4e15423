#pragma once

#include <optional>
#include <string>

#include "command_line.hpp"

namespace runner {

/// The version or the help that the invocation asks for; nothing when it names a command to run.
/// Throws Error(usage) for help on a command that does not exist.
[[nodiscard]] std::optional<std::string> text_asked_for(const Invocation& invocation);

}  // namespace runner
