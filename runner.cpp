#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <string_view>

#include "caught_error.hpp"
#include "command/command_line.hpp"
#include "command/commands.hpp"
#include "command/help.hpp"
#include "interrupt.hpp"
#include "report/reporting.hpp"
#include "terminal/screen.hpp"

namespace {

using namespace runner;

Reporting::Make reporter_for(const Settings& settings, const Environment& environment,
                             const std::string& command) {
  return [=](Console& console) {
    const Screen screen = make_screen(console, settings, environment);
    return settings.json ? make_json_reporter(screen, command) : make_text_reporter(screen);
  };
}

Settings in_json(bool json) {
  Settings settings;
  settings.json = json;
  return settings;
}

int run(int argc, const char* const* argv, const EnvironmentVariables& variables, Console& console,
        const Interrupt& interrupt, Reporting& reporting) {
  const Invocation invocation = parse_command_line(argc, argv);
  reporting.change(reporter_for(in_json(invocation.common.json), {variables, {}}, invocation.command));
  if (const auto text = text_asked_for(invocation)) {
    reporting.reporter().show_text(*text);
    return 0;
  }
  const Environment environment = read_environment(variables, invocation.common.env_file);
  const Settings settings = resolve_settings(invocation.common, environment);
  reporting.change(reporter_for(settings, environment, invocation.command), mask_of(settings.secrets));
  const Ask ask = [&](const Clean& question, const std::string& expected) {
    return ask_on_terminal(console, interrupt, question, expected);
  };
  return run_command({.invocation = invocation,
                      .environment = environment,
                      .settings = settings,
                      .reporter = reporting.reporter(),
                      .interrupt = interrupt,
                      .ask = has_terminal() ? ask : Ask()});
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_streams();
  // Looks for --json before parsing, so that an error in the command line is also reported in JSON.
  const bool json = std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
  const EnvironmentVariables variables = read_variables(environ);
  const std::string token = token_for_ci({variables, {}});
  Console console(std::cout, std::cerr, token);
  Reporting reporting(console, token, reporter_for(in_json(json), {variables, {}}, ""));
  const Interrupt interrupt([&](const Error& error) { reporting.show_beside(error); });
  std::optional<Error> error;
  int code = 0;
  try {
    code = run(argc, argv, variables, console, interrupt, reporting);
  } catch (...) {
    error = caught_error();
    code = exit_code(error->kind());
  }
  interrupt.set_exit_code(code);
  if (error) reporting.reporter().show_error(*error);
  console.flush();
  return code;
}
