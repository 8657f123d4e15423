#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "file_descriptor.hpp"
#include "text/text.hpp"

namespace runner {

/// The bytes of a file as a mapping, which takes no memory of the process, however large the file is. They
/// are sealed, because other programs may change the file. The path is for the error. Returns nothing when
/// the file cannot be mapped.
[[nodiscard]] std::optional<Text> map_file(const FileDescriptor& file, std::size_t size,
                                           const std::string& path);

}  // namespace runner
