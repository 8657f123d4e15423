#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client/connection.hpp"
#include "plan/data_loss.hpp"

namespace runner {

/// An existing table or column that would be dropped or lose rows.
struct LossTarget {
  std::size_t index = 0;  ///< of the loss that names it
  DataLoss loss;          ///< with the server's estimate; 0 means nothing before the first ANALYZE
  std::string relation;   ///< as SQL spells it
  std::optional<std::string> column;  ///< set when a column loses values
  bool only = false;
};

/// Stores the schemas of search_path for find_loss_targets() in the same transaction. Runs under the
/// session's own search_path, so it qualifies every name.
inline constexpr const char* kKeepSchemas =
    "select pg_catalog.set_config('runner.schemas', pg_catalog.current_schemas(true)::pg_catalog.text, true)";

/// The tables and columns that the losses name, in the order of the losses. Takes no lock.
[[nodiscard]] std::vector<LossTarget> find_loss_targets(Connection& connection,
                                                        std::span<const PlannedLoss> losses);

}  // namespace runner
