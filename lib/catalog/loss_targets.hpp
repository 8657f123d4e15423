#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client/connection.hpp"
#include "plan/data_loss.hpp"

namespace runner {

/// A table or column that is there and would be gone, or would lose rows.
struct LossTarget {
  std::size_t index = 0;  ///< of the loss that names it
  DataLoss loss;          ///< with the server's estimate. 0 of it means nothing before the first ANALYZE
  std::string relation;   ///< as SQL spells it
  std::optional<std::string> column;  ///< of a loss of values
  bool only = false;
};

/// The schemas that the session searches are kept with this, for find_loss_targets() in the same transaction.
/// It runs under the session's own search_path, and spells out every name.
inline constexpr const char* kKeepSchemas =
    "select pg_catalog.set_config('runner.schemas', pg_catalog.current_schemas(true)::pg_catalog.text, true)";

/// What the losses name, in their order. Takes no lock.
[[nodiscard]] std::vector<LossTarget> find_loss_targets(Connection& connection,
                                                        std::span<const PlannedLoss> losses);

}  // namespace runner
