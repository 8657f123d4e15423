#pragma once

#include "context.hpp"
#include "store/database_state.hpp"

namespace runner {

/// The state of the database after runner lost the connection during a COMMIT. Connects again, waits until
/// the lost session has released the lock, and reads. Nothing when the server cannot be reached in time.
[[nodiscard]] std::optional<DatabaseState> read_state_after_loss(const Context& context,
                                                                 const ConnectionParameters& parameters,
                                                                 ReadScope scope);

}  // namespace runner
