#pragma once

#include <functional>
#include <string>

#include "command_line.hpp"
#include "interrupt.hpp"
#include "report/reporter.hpp"

namespace runner {

/// Asks the user a question and returns whether the answer is the expected one.
using Ask = std::function<bool(const Clean& question, const std::string& expected)>;

/// What every command receives.
struct Context {
  const Invocation& invocation;
  const Environment& environment;
  const Settings& settings;
  Reporter& reporter;
  const Interrupt& interrupt;
  Ask ask;  ///< empty when there is no terminal
};

/// The variables that --set and --set-secret define.
[[nodiscard]] inline Variables variables_of(const Context& context) {
  Variables variables = context.invocation.variables;
  variables.insert(context.settings.secrets.begin(), context.settings.secrets.end());
  return variables;
}

/// A callback that tells the reporter that runner waits for the server.
[[nodiscard]] inline auto tell_waiting(const Context& context) {
  return [&reporter = context.reporter](const std::string& reason, Milliseconds limit) {
    reporter.waiting_for_server(reason, limit);
  };
}

}  // namespace runner
