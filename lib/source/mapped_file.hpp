#pragma once

#include <cstddef>
#include <optional>

#include "file_descriptor.hpp"
#include "sql/text.hpp"

namespace runner {

/// The bytes of a file as a mapping: however large it is, they take no memory of the process's own.
/// Nothing when the file cannot be mapped. It must not be shortened while it is used.
[[nodiscard]] std::optional<Text> map_file(const FileDescriptor& file, std::size_t size);

}  // namespace runner
