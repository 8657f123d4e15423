#include "needed_secrets.hpp"

#include "script/self_contained.hpp"

namespace runner {
namespace {

const Script* stored_rollback(const Step& step) {
  return step.rollback && !undoes_nothing(*step.rollback, step.script) ? &*step.rollback : nullptr;
}

}  // namespace

VariableNames values_stored_by(const Step& step) {
  const Script* const rollback = stored_rollback(step);
  return rollback == nullptr ? VariableNames() : open_values_of(*rollback);
}

VariableNames secrets_for_rollback(const Step& step) {
  const Script* const rollback = stored_rollback(step);
  return rollback == nullptr ? VariableNames() : needed_secrets_of(*rollback);
}

}  // namespace runner
