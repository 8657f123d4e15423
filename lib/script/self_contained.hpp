#pragma once

#include "script.hpp"

namespace runner {

/// The secret variables that a script uses.
[[nodiscard]] VariableNames secrets_of(const Script& script);

/// The secrets that a script needs to run: those it uses, and those its directives name.
[[nodiscard]] VariableNames needed_secrets_of(const Script& script);

/// The other variables from outside that a script uses.
[[nodiscard]] VariableNames open_values_of(const Script& script);

/// The script as one text that needs no other file, and no variable but secrets, which it only names. runner
/// stores it in the database, to run it where the files and values are unavailable. Returns the script's own
/// text when that needs none of them.
[[nodiscard]] Text self_contained(const Script& script);

}  // namespace runner
