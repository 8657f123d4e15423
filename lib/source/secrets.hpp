#pragma once

#include <span>
#include <string>

#include "settings.hpp"

namespace runner {

/// The values of --set-secret: NAME is an environment variable, NAME=@FILE a file, whose last line end does
/// not count. Throws Error(usage) or Error(source), which never show a value.
[[nodiscard]] Variables read_secrets(std::span<const std::string> words, const Environment& environment);

}  // namespace runner
