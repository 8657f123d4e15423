#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migration/version.hpp"
#include "source/settings.hpp"
#include "sql/variables.hpp"

namespace runner {

/// What the user typed, checked as far as possible without files or a server.
struct Invocation {
  std::string command;                 ///< "up", "down", …; empty with --help or --version alone
  std::vector<std::string> arguments;  ///< what follows the command
  CommonFlags common;
  Variables variables;  ///< from --set
  std::optional<Version> to;
  std::optional<std::size_t> steps;
  std::optional<std::size_t> limit;
  bool all = false;
  bool dry_run = false;
  bool one_transaction = false;
  bool out_of_order = false;
  bool into_existing = false;
  bool yes = false;
  bool check = false;
  bool force = false;
  bool timestamp = false;
  bool help = false;
  bool version = false;
};

/// Throws Error(usage) for a command or option that does not exist or does not fit. Suggests the nearest one
/// that exists.
[[nodiscard]] Invocation parse_command_line(int argc, const char* const* argv);

}  // namespace runner
