#pragma once

#include "script.hpp"

namespace runner {

/// The secret variables that a script uses.
[[nodiscard]] VariableNames secrets_of(const Script& script);

/// The secrets without which it does not run: those, and the ones that its directives name.
[[nodiscard]] VariableNames needed_secrets_of(const Script& script);

/// The other variables from outside that it uses.
[[nodiscard]] VariableNames open_values_of(const Script& script);

/// The script as one text that needs no other file, and no variable but a secret, of which it has the
/// name: what is kept in the database, to run where those are not at hand. The text itself when it needs
/// none anyway.
[[nodiscard]] Text self_contained(const Script& script);

}  // namespace runner
