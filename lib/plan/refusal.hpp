#pragma once

#include <span>

#include "migration/state.hpp"

namespace runner {

/// Throws Error(refused) for an applied file that was edited, with the difference, and for an
/// applied migration whose file is missing although later files exist.
void refuse_unexplained(std::span<const Standing> standings, const StoredText& stored);

/// Throws Error(refused) for pending migrations with a number below the newest applied one.
void refuse_out_of_order(std::span<const Standing> standings);

/// Throws Error(in_doubt) for a half-done script, unless this action can resume it. An up ignores
/// half-done scripts of a newer release.
void refuse_half_done(std::span<const Standing> standings, Action action);

/// Throws Error(source) for a pending migration that still has the text from "new".
void refuse_untouched(const Migration& migration);

}  // namespace runner
