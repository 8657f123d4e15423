#pragma once

#include "migration/state.hpp"

namespace runner {

/// The script that undoes an applied migration: its down file, or the down script stored when it was applied,
/// which may need secrets. Throws Error(refused) when neither would undo anything.
[[nodiscard]] Script down_script(const Standing& standing, const StoredText& stored,
                                 const Variables& secrets);

}  // namespace runner
