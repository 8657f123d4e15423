#pragma once

#include <optional>
#include <string>

namespace runner {

/// Call it for a folder without migrations. Throws Error(source) when .sql files are in it or in its folders:
/// they are named or placed for another tool, or the folder is the wrong one.
void refuse_unread_migrations(const std::string& folder);

/// The same for seeds. Ignores those of other environments.
void refuse_unread_seeds(const std::string& folder, const std::optional<std::string>& environment);

}  // namespace runner
