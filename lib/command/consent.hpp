#pragma once

#include <vector>

#include "context.hpp"
#include "plan/data_loss.hpp"

namespace runner {

/// Makes sure that the operator wants this "down" on this database. --yes gives consent. On a terminal runner
/// asks the operator, who must type a number when data would be lost. Without a terminal, losing data and
/// running in production need --yes. Throws Error(refused) without consent, before anything runs.
void require_consent(const Context& context, const RunReport& report, const std::vector<DataLoss>& losses);

/// Whether an environment of this name is production.
[[nodiscard]] bool is_production(const std::string& environment);

}  // namespace runner
