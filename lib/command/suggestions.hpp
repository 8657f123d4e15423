#pragma once

#include <span>
#include <string>
#include <string_view>

namespace runner {

/// The known word that is most like the one that was typed; empty when none is like it.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string_view> known);

[[nodiscard]] bool is_url(std::string_view word);

/// The word as a message may show it. A URL in the wrong place may hold a password: nothing after
/// its scheme is shown.
[[nodiscard]] std::string shown(std::string_view word);

}  // namespace runner
