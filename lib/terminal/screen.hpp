#pragma once

#include <cstddef>
#include <string>

#include "console.hpp"
#include "interrupt.hpp"
#include "source/settings.hpp"

namespace runner {

/// Where and how to show things.
struct Screen {
  Console& console;
  bool out_coloured = false;
  bool err_coloured = false;
  bool err_rewrites = false;  ///< lines may be written over: standard error is a terminal
  std::size_t out_width = 0;  ///< columns of the terminal; 0 when it is none
  std::size_t err_width = 0;  ///< the same, of standard error
  bool quiet = false;
  bool verbose = false;
  bool github = false;  ///< errors are also written as annotations
};

/// The screen that this process writes to, as settings and terminals allow.
[[nodiscard]] Screen make_screen(Console& console, const Settings& settings, const Environment& environment);

/// The token of a console that GitHub Actions reads along with; empty when it does not.
[[nodiscard]] std::string token_for_ci(const Environment& environment);

/// Puts a question on standard error and reads one line; false without the expected answer, and as soon as
/// a signal has come.
[[nodiscard]] bool ask_on_terminal(Console& console, const Interrupt& interrupt, const Clean& question,
                                   const std::string& expected);

/// Whether there is a terminal to ask on.
[[nodiscard]] bool has_terminal();

/// Takes the numbers of standard streams that are closed, so that no connection gets one of them
/// and with it what is meant for a person. Writing to such a stream fails.
void occupy_standard_streams();

}  // namespace runner
