#pragma once

#include <functional>
#include <sstream>

#include "migration/build.hpp"
#include "report/reporter.hpp"

/// Reporters that write into strings, and steps to report.
namespace runner::test {

/// What a reporter wrote.
struct Shown {
  std::string out, err;
};

using Report = std::function<void(Reporter&)>;

struct Look {
  bool coloured = false;
  bool rewrites = false;
  bool quiet = false;
  bool verbose = false;
  bool github = false;
  std::size_t width = 0;
};

inline Screen screen_on(Console& console, const Look& look) {
  return {.console = console,
          .out_coloured = look.coloured,
          .err_coloured = look.coloured,
          .err_rewrites = look.rewrites,
          .out_width = look.width,
          .err_width = look.width,
          .quiet = look.quiet,
          .verbose = look.verbose,
          .github = look.github};
}

inline Shown shown_as_text(const Report& report, const Look& look = {}) {
  std::ostringstream out;
  std::ostringstream err;
  Console console(out, err);
  report(*make_text_reporter(screen_on(console, look)));
  return {out.str(), err.str()};
}

inline Shown shown_as_json(const std::string& command, const Report& report, const Look& look = {}) {
  std::ostringstream out;
  std::ostringstream err;
  Console console(out, err);
  report(*make_json_reporter(screen_on(console, look), command));
  return {out.str(), err.str()};
}

inline Finding odd() { return {.rule = "odd-thing", .message = "odd"}; }

inline Step step(Action action, const std::string& name, const std::string& text = "select 1;\n") {
  Step step{.action = action,
            .name = name,
            .recorded_name = name + ".sql",
            .environment = {},
            .script = script(text, "db/" + name + ".sql"),
            .rollback = {}};
  if (action == Action::up) step.rollback = script("select 2;\n", "db/" + name + ".down.sql");
  return step;
}

}  // namespace runner::test
