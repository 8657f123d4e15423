#pragma once

#include <span>
#include <string>
#include <string_view>

namespace runner {

/// The known word nearest to the typed one; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string_view> known);

[[nodiscard]] bool is_url(std::string_view word);

/// The word for a message. A URL in the wrong place may contain a password, so only its scheme is shown.
[[nodiscard]] std::string shown(std::string_view word);

}  // namespace runner
