#pragma once

#include <cstddef>
#include <string_view>

namespace runner {

/// The size of the block comment, with those inside of it, that the text begins with: npos when it is never
/// closed.
[[nodiscard]] std::size_t size_of_block_comment(std::string_view text);

}  // namespace runner
