#pragma once

#include <string>

#include "settings.hpp"

namespace runner {

/// Who started runner and from where, for migration_log.
struct Identity {
  std::string os_user;
  std::string host;
  std::string origin;  ///< CI job and commit; empty outside of CI
  std::string runner_version;
};

[[nodiscard]] Identity identify(const Environment& environment);

/// The version of this build: "0.1.0".
[[nodiscard]] std::string version_text();

}  // namespace runner
