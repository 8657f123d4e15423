#include "paths.hpp"

namespace runner::test {

std::string runner_binary() { return RUNNER_BINARY; }

std::string project_folder() { return RUNNER_PROJECT; }

}  // namespace runner::test
