#pragma once

#include <string>

#include "plan/plan.hpp"

namespace runner::test {

/// A step that applies this text.
inline Step up(const std::string& name, const std::string& text) {
  return {.action = Action::up,
          .name = name,
          .recorded_name = name + ".sql",
          .environment = {},
          .script = check_script(name + ".sql", Text(text)),
          .rollback = {}};
}

}  // namespace runner::test
