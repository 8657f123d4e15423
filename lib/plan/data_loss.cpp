#include "data_loss.hpp"

namespace runner {

std::vector<PlannedLoss> losses_of(const Plan& plan) {
  std::vector<PlannedLoss> losses;
  LossFinder finder;
  for (const Step& step : plan.steps) {
    for (Loss& loss : finder.find(step.script, step.first_statement)) {
      losses.push_back({step.name, std::move(loss)});
    }
  }
  return losses;
}

const char* name_of(LossKind kind) noexcept {
  switch (kind) {
    case LossKind::table:
    case LossKind::schema:
    case LossKind::owned: return "drop_table";
    case LossKind::column:
    case LossKind::type:
    case LossKind::extension: return "drop_column";
    case LossKind::truncated: return "truncate";
    case LossKind::all_rows:
    case LossKind::some_rows: return "delete";
    case LossKind::database: return "drop_database";
    case LossKind::unseen: return "unseen";
  }
  return "unknown";
}

}  // namespace runner
