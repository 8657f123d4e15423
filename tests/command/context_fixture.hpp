#pragma once

#include <memory>
#include <sstream>

#include "command/context.hpp"

namespace runner::test {

/// Everything that a command gets, with reporters that write into strings. There is no terminal unless a test
/// sets "ask".
struct ContextFixture {
  [[nodiscard]] Context context() const {
    return {invocation, environment, settings, *reporter, interrupt, ask};
  }

  Invocation invocation;
  Environment environment;
  Settings settings;
  Interrupt interrupt;
  std::ostringstream out, err;
  Console console{out, err};
  std::unique_ptr<Reporter> reporter = make_text_reporter({.console = console});
  Ask ask;
};

}  // namespace runner::test
