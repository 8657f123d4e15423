#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "file_descriptor.hpp"
#include "text/text.hpp"

namespace runner {

/// The bytes of a file as a mapping: however large it is, they take no memory of the process's own. They are
/// sealed, with the path for the error, since other programs may change the file. Nothing when it cannot be
/// mapped.
[[nodiscard]] std::optional<Text> map_file(const FileDescriptor& file, std::size_t size,
                                           const std::string& path);

}  // namespace runner
