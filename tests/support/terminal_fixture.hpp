#pragma once

#include "paths.hpp"
#include "runner_fixture.hpp"
#include "terminal.hpp"

namespace runner::test {

/// Starts runner on a terminal.
struct TerminalFixture : RunnerFixture {
  Terminal at_terminal(std::vector<std::string> words, const EnvironmentOverrides& more = {},
                       unsigned short columns = 80) {
    words.insert(words.begin(), runner_binary());
    EnvironmentOverrides variables{{"TERM", "xterm"}};
    variables.insert(environment_.begin(), environment_.end());
    for (const auto& [name, value] : more) variables[name] = value;
    return {project.path(), words, variables, columns};
  }
};

}  // namespace runner::test
