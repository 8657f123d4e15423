#pragma once

#include <vector>

#include "context.hpp"
#include "plan/data_loss.hpp"

namespace runner {

/// Makes sure that the plan of a "down" is wanted, where it would run. --yes says so; on a terminal the
/// operator is asked, and has to type a number when data would be lost; without one, losing data and working
/// on production need --yes. Throws Error(refused) when it is not, before anything ran.
void require_consent(const Context& context, const RunReport& report, const std::vector<DataLoss>& losses);

/// Whether the name of an environment stands for production.
[[nodiscard]] bool is_production(const std::string& environment);

}  // namespace runner
