#pragma once

#include <string>

#include "script/script_reader.hpp"

namespace runner {

/// Opens the files that the scripts of a folder name, relative to the file that names them. Throws
/// Error(source) for an absolute path, and for one that leads out of the project. The project is the
/// current folder when it contains the scripts, otherwise the folder of the scripts.
[[nodiscard]] OpenFile opener_of_included_files(const std::string& folder);

}  // namespace runner
