#pragma once

#include <optional>

#include "script.hpp"

namespace runner {

/// The first backslash of a script, from this statement on, that stands for itself here, and means something
/// else to a server whose standard_conforming_strings is off. Nothing when the script says itself, in front
/// of it, how it is to be read. Does not look into the bodies of routines, which are read when they are
/// called.
[[nodiscard]] std::optional<Place> backslash_in_string(const Script& script, std::size_t first_statement = 1);

}  // namespace runner
