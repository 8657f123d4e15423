#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace runner {

/// Where the comments of a text begin; those inside of a comment are part of it.
[[nodiscard]] std::vector<std::size_t> comment_offsets(std::string_view text,
                                                       bool standard_conforming_strings = true);

}  // namespace runner
