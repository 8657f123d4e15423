#pragma once

#include <string>

namespace runner::test {

/// The program that the tests run.
[[nodiscard]] std::string runner_binary();

/// The root folder of the project.
[[nodiscard]] std::string project_folder();

}  // namespace runner::test
