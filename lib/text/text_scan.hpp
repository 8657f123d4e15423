#pragma once

#include "copy_terminators.hpp"
#include "text.hpp"
#include "utf8.hpp"

namespace runner {

/// The result of one scan over every byte of a text.
struct TextScan {
  ByteScan bytes;
  CopyTerminatorPieces rows_may_end;  ///< only if other programs may change the text: rereading is expensive
};

[[nodiscard]] TextScan scan_text(
    const Text& text, const Heed& heed = [] {});

}  // namespace runner
