#pragma once

#include <span>

#include "client/connection.hpp"
#include "plan/data_loss.hpp"

namespace runner {

/// What the database would really lose, without objects that do not exist or are empty. Counts small tables
/// and uses the server's estimate for large ones. Reads in its own transaction, with timeouts so short that
/// no other session holds it up. If that fails, returns the losses as the scripts name them, with unknown row
/// counts.
[[nodiscard]] std::vector<DataLoss> count_losses(Connection& connection, std::span<const PlannedLoss> losses);

}  // namespace runner
