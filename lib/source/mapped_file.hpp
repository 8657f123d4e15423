#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "file_descriptor.hpp"
#include "sql/text.hpp"

namespace runner {

/// The bytes of a file as a mapping: however large it is, they take no memory of the process's own.
/// Nothing when the file cannot be mapped. When the file is shortened, the missing bytes read as NUL.
[[nodiscard]] std::optional<Text> map_file(const FileDescriptor& file, std::size_t size);

/// The same of a file that other programs may change: sealed, with the path for the error.
[[nodiscard]] std::optional<Text> map_shared_file(const FileDescriptor& file, std::size_t size,
                                                  const std::string& path);

}  // namespace runner
