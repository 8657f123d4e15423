#pragma once

#include "script.hpp"

namespace runner {

/// Reads the whole script and sets what depends on all its statements: how many, in which kind of
/// transaction. Throws Error(source) with the place of a statement that cannot run.
void inspect(Script& script, ScriptReader& reader);

}  // namespace runner
