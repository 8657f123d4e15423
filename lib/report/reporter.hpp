#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "error.hpp"
#include "migration/log_entry.hpp"
#include "migration/state.hpp"
#include "plan/data_loss.hpp"
#include "plan/observer.hpp"
#include "terminal/screen.hpp"

namespace runner {

/// The database that a command works on, for a user with more than one.
struct Target {
  std::string database;     ///< "database "app" on localhost:5432"
  std::string environment;  ///< empty when none is named
};

/// "database "app" on localhost:5432 (production)".
[[nodiscard]] inline Clean text_of(const Target& target) {
  return visible(target.database) +
         (target.environment.empty() ? Clean() : clean(" ({})", target.environment));
}

/// What "status" shows.
struct StatusReport {
  std::vector<Standing> standings;  ///< point into data that outlives the report
  std::vector<std::string> unnumbered;
  std::optional<Error> unreadable = {};  ///< why some files cannot be used
};

/// The result of a successful run or dry run.
struct RunReport {
  Action action = Action::up;
  Plan plan;
  Milliseconds took{0};
  std::string at;                     ///< newest applied migration now; empty when there is none
  std::string nothing;                ///< what to say when there was nothing to do
  std::optional<Target> target = {};  ///< where it ran, if the reporter has to say it
};

struct NewReport {
  std::string up_path;
  std::string down_path;
};

/// Shows what a command found or did. Results go to standard output, everything else to standard
/// error.
class Reporter : public Observer {
 public:
  /// What the plan would lose. Text shows it only with the plan.
  virtual void losses_found(std::vector<DataLoss> losses) = 0;
  virtual void show_status(const StatusReport& report) = 0;
  virtual void show_plan(const RunReport& report) = 0;
  virtual void show_run(const RunReport& report) = 0;
  virtual void show_log(const Log& log) = 0;
  virtual void show_new(const NewReport& report) = 0;
  virtual void show_text(const std::string& text) = 0;
  virtual void show_error(const Error& error) = 0;
};

[[nodiscard]] std::unique_ptr<Reporter> make_text_reporter(const Screen& screen);
/// Writes one JSON document to standard output, whatever happens. Reports events as the text reporter does.
[[nodiscard]] std::unique_ptr<Reporter> make_json_reporter(const Screen& screen, const std::string& command);

}  // namespace runner
