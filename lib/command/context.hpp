#pragma once

#include <functional>
#include <string>

#include "command_line.hpp"
#include "interrupt.hpp"
#include "report/reporter.hpp"

namespace runner {

/// Puts a question and tells whether the answer was the one that is expected.
using Ask = std::function<bool(const Clean& question, const std::string& expected)>;

/// What every command is given.
struct Context {
  const Invocation& invocation;
  const Environment& environment;
  const Settings& settings;
  Reporter& reporter;
  const Interrupt& interrupt;
  Ask ask;  ///< empty when there is no terminal
};

/// What --set and --set-secret define.
[[nodiscard]] inline Variables variables_of(const Context& context) {
  Variables variables = context.invocation.variables;
  variables.insert(context.settings.secrets.begin(), context.settings.secrets.end());
  return variables;
}

/// Tells the reporter that runner waits for the server.
[[nodiscard]] inline auto tell_waiting(const Context& context) {
  return [&reporter = context.reporter](const std::string& reason, Milliseconds limit) {
    reporter.waiting_for_server(reason, limit);
  };
}

}  // namespace runner
