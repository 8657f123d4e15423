#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sql/variables.hpp"
#include "text/duration.hpp"

namespace runner {

/// The directives at the top of a script: its comment lines "-- runner: …".
struct Directives {
  bool no_transaction = false;
  std::optional<Milliseconds> lock_timeout;
  std::optional<Milliseconds> statement_timeout;
  std::optional<std::string> irreversible;  ///< the reason
  VariableNames secrets = {};               ///< secret variables that the script needs

  bool operator==(const Directives&) const = default;
};

/// Reads the directives before the first statement. Throws Error(source) at one that is
/// unknown, malformed or given twice. The path is for messages.
[[nodiscard]] Directives read_directives(const std::string& path, std::string_view text);

}  // namespace runner
