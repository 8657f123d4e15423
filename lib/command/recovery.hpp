#pragma once

#include "context.hpp"
#include "store/database_state.hpp"

namespace runner {

/// How the database stands after the connection was lost while something was being committed:
/// connects again, waits until the lost session has let go of the lock, and reads. Nothing when
/// the server cannot be reached in time.
[[nodiscard]] std::optional<DatabaseState> read_state_after_loss(const Context& context,
                                                                 const ConnectionParameters& parameters,
                                                                 ReadScope scope);

}  // namespace runner
