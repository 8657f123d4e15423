#pragma once

#include <string>
#include <string_view>

namespace runner {

/// The lines that differ, each with its line number and "-" for the old text or "+" for the new one. Cuts
/// long differences and long lines, and marks the cuts.
[[nodiscard]] std::string difference(std::string_view before, std::string_view after);

}  // namespace runner
