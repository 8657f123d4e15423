#pragma once

#include <cstddef>
#include <string>

#include "console.hpp"
#include "interrupt.hpp"
#include "source/settings.hpp"

namespace runner {

/// Where and how to show output.
struct Screen {
  Console& console;
  bool out_coloured = false;
  bool err_coloured = false;
  bool err_rewrites = false;  ///< lines can be overwritten: standard error is a terminal
  std::size_t out_width = 0;  ///< columns of the terminal; 0 without one
  std::size_t err_width = 0;  ///< the same for standard error
  bool quiet = false;
  bool verbose = false;
  bool github = false;  ///< errors are also written as annotations
};

/// The screen that this process writes to, as settings and terminals allow.
[[nodiscard]] Screen make_screen(Console& console, const Settings& settings, const Environment& environment);

/// The token of a console whose output GitHub Actions reads; empty outside GitHub Actions.
[[nodiscard]] std::string token_for_ci(const Environment& environment);

/// Asks on standard error and reads one line. Returns false without the expected answer, and as soon as a
/// signal comes.
[[nodiscard]] bool ask_on_terminal(Console& console, const Interrupt& interrupt, const Clean& question,
                                   const std::string& expected);

/// Whether there is a terminal to ask on.
[[nodiscard]] bool has_terminal();

/// Occupies the descriptors of closed standard streams. Otherwise a connection could get one of them and
/// receive output meant for a person. Writing to such a stream fails.
void occupy_standard_streams();

}  // namespace runner
