#pragma once

#include <span>

#include "client/connection.hpp"
#include "plan/data_loss.hpp"

namespace runner {

/// What the database would really lose: what is not there, or holds nothing, is left out. Small
/// tables are counted, of large ones the server's own estimate is told. Reads in a transaction of
/// its own, with short timeouts, and waits for no other session. Where that fails, all is as the scripts say
/// it, and how much is unknown.
[[nodiscard]] std::vector<DataLoss> count_losses(Connection& connection, std::span<const PlannedLoss> losses);

}  // namespace runner
