#include "needed_secrets.hpp"

#include <fmt/format.h>

#include "script/self_contained.hpp"

namespace runner {
namespace {

const Script* stored_rollback(const Step& step) {
  return step.rollback && !undoes_nothing(*step.rollback, step.script) ? &*step.rollback : nullptr;
}

VariableNames missing_secrets(const Script& script) {
  VariableNames missing;
  for (const std::string& name : script.directives.secrets) {
    if (!is_secret(name, script.variables)) missing.insert(name);
  }
  return missing;
}

}  // namespace

void require_secrets(const Plan& plan) {
  for (const Step& step : plan.steps) {
    const VariableNames missing = missing_secrets(step.script);
    if (missing.empty()) continue;
    throw Error(ErrorKind::usage, fmt::format("\"{}\" needs the secret{} \"{}\"", step.name,
                                              missing.size() == 1 ? "" : "s", fmt::join(missing, "\", \"")))
        .at(whole_file(step.script.path))
        .hint(fmt::format("Nothing ran. Put the value of {0} into the environment variable {0} and add "
                          "--set-secret {0}, or into a file: --set-secret {0}=@FILE.",
                          *missing.begin()));
  }
}

VariableNames values_stored_by(const Step& step) {
  const Script* const rollback = stored_rollback(step);
  return rollback == nullptr ? VariableNames() : open_values_of(*rollback);
}

VariableNames secrets_for_rollback(const Step& step) {
  const Script* const rollback = stored_rollback(step);
  return rollback == nullptr ? VariableNames() : needed_secrets_of(*rollback);
}

}  // namespace runner
