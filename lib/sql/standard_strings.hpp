#pragma once

#include <string_view>

namespace runner {

/// Whether the statement turns standard_conforming_strings off: a SET, or a SELECT that calls set_config()
/// with literals. RESET and DEFAULT do not: the session began with it on. Does not see what a DO or a
/// function does.
[[nodiscard]] bool turns_off_standard_strings(std::string_view statement);

}  // namespace runner
