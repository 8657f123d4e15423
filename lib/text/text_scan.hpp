#pragma once

#include "copy_terminators.hpp"
#include "text.hpp"

namespace runner {

/// What one scan of every byte of a text tells.
struct TextScan {
  ByteScan bytes;
  CopyTerminatorPieces rows_may_end;  ///< of a text that other programs may change: it is dear to read again
};

[[nodiscard]] TextScan scan_text(
    const Text& text, const Heed& heed = [] {});

}  // namespace runner
