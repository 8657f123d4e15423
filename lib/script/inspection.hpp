#pragma once

#include "script.hpp"

namespace runner {

/// Reads the whole script, sets what follows from its statements together (how many, in which kind
/// of transaction), and refuses what cannot run. Throws Error(source) with the place.
void inspect(Script& script, ScriptReader& reader);

}  // namespace runner
