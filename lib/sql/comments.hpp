#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace runner {

/// The comments of a stretch that holds white space, comments and semicolons only, in order. One inside of
/// another is part of that; a line's end is not part of its comment.
[[nodiscard]] std::vector<std::string_view> comments_in(std::string_view gap);

/// Where the comments of a text begin, the one that is never closed included.
[[nodiscard]] std::vector<std::size_t> comment_offsets(std::string_view text,
                                                       bool standard_conforming_strings = true);

}  // namespace runner
