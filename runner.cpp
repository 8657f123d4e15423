#include <unistd.h>

#include <algorithm>
#include <exception>
#include <iostream>
#include <memory>
#include <string_view>

#include "command/command_line.hpp"
#include "command/commands.hpp"
#include "command/help.hpp"
#include "error.hpp"
#include "interrupt.hpp"
#include "terminal/screen.hpp"

namespace {

using namespace runner;

// A mistyped command line must be told in JSON, too, so this looks before anything is parsed.
std::unique_ptr<Reporter> make_reporter(const Screen& screen, bool json, const std::string& command) {
  return json ? make_json_reporter(screen, command) : make_text_reporter(screen);
}

int run(int argc, const char* const* argv, const EnvironmentVariables& variables, Console& console,
        std::unique_ptr<Reporter>& reporter) {
  const Interrupt interrupt;
  const Invocation invocation = parse_command_line(argc, argv);
  reporter =
      make_reporter(make_screen(console, {}, {variables, {}}), invocation.common.json, invocation.command);
  if (const auto text = text_asked_for(invocation)) {
    reporter->show_text(*text);
    return 0;
  }
  const Environment environment = read_environment(variables, invocation.common.env_file);
  const Settings settings = resolve_settings(invocation.common, environment);
  reporter = make_reporter(make_screen(console, settings, environment), settings.json, invocation.command);
  const Ask ask = [&](const Clean& question, const std::string& expected) {
    return ask_on_terminal(console, interrupt, question, expected);
  };
  return run_command({.invocation = invocation,
                      .environment = environment,
                      .settings = settings,
                      .reporter = *reporter,
                      .interrupt = interrupt,
                      .ask = somebody_is_there() ? ask : Ask()});
}

int run_and_report(int argc, const char* const* argv) {
  const bool json = std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
  const EnvironmentVariables variables = read_variables(environ);
  Console console(std::cout, std::cerr, token_for_ci({variables, {}}));
  auto reporter = make_reporter(make_screen(console, {}, {variables, {}}), json, "");
  try {
    return run(argc, argv, variables, console, reporter);
  } catch (const Error& error) {
    reporter->show_error(error);
    return exit_code(error.kind());
  } catch (const std::exception& unexpected) {
    const Error error(ErrorKind::in_doubt, std::string("unexpected: ") + unexpected.what());
    reporter->show_error(error);
    return exit_code(error.kind());
  }
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_streams();
  return run_and_report(argc, argv);
}
