#pragma once

#include <string>

#include "terminal/clean.hpp"

namespace runner {

/// On what a command works: for a user with more than one database.
struct Target {
  std::string database;     ///< "database "app" on localhost:5432"
  std::string environment;  ///< empty when none is named
};

/// "database "app" on localhost:5432 (production)".
[[nodiscard]] inline Clean text_of(const Target& target) {
  return visible(target.database) +
         (target.environment.empty() ? Clean() : clean(" ({})", target.environment));
}

}  // namespace runner
