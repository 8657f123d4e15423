#pragma once

#include "row_ends.hpp"
#include "text.hpp"

namespace runner {

/// What is known of a text after one look at every byte.
struct FirstLook {
  ByteScan bytes;
  RowEnds row_ends;  ///< looked for in a large text only
};

/// Looks at a large text in two halves at once: everything waits for it.
[[nodiscard]] FirstLook look_at_all(
    const Text& text, const Heed& heed = [] {});

}  // namespace runner
