#pragma once

#include <optional>
#include <string>

namespace runner {

/// For a folder in which no migration was found. Throws Error(source) when .sql files are in it, or in its
/// folders: they are named or placed as another tool wants them, or the folder is not the right one.
void refuse_unread_migrations(const std::string& folder);

/// The same for seeds. Those of other environments do not count.
void refuse_unread_seeds(const std::string& folder, const std::optional<std::string>& environment);

}  // namespace runner
