#pragma once

#include <string>

#include "sql/text.hpp"

namespace runner {

/// The normalized text of the file with this path. Of a large one it is kept in a temporary file
/// without a name, mapped: like the file itself it takes no memory of the process's own. Throws
/// Error(source) when there is no room for it.
[[nodiscard]] Text normalized_on_disk(const std::string& path, const Text& raw);

}  // namespace runner
