#pragma once

#include <string>

#include "script/script_reader.hpp"

namespace runner {

/// Opens the files that the scripts of a folder name: relative to the file that names them, and
/// nowhere outside the project, which is the current folder when the scripts are in it, and else
/// their own folder. Throws Error(source) for an absolute path and for one that leads out.
[[nodiscard]] OpenFile opener_of_included_files(const std::string& folder);

}  // namespace runner
