#pragma once

#include <string>
#include <string_view>

namespace runner {

/// The lines that differ, "-" before those of the old text and "+" before those of the new one,
/// with the line numbers where a stretch begins. Long differences and
/// long lines are cut and say so.
[[nodiscard]] std::string difference(std::string_view before, std::string_view after);

}  // namespace runner
