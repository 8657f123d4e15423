#pragma once

#include "migration/log_entry.hpp"
#include "terminal/style.hpp"

namespace runner {

/// The log as a table, with errors and origins below their rows. A width of 0 has no limit.
[[nodiscard]] Clean log_text(const Log& log, const Style& style, std::size_t width);

}  // namespace runner
