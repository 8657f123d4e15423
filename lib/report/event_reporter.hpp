#pragma once

#include "reporter.hpp"
#include "terminal/style.hpp"
#include "waiting_text.hpp"

namespace runner {

/// Reports the events of a run on standard error, with one line for each finished step. Derived reporters
/// show the results at the end.
class EventReporter : public Reporter {
 public:
  explicit EventReporter(const Screen& screen) : screen_(screen), style_(screen.err_coloured) {}

  void connected(const std::string& database) override;
  void remark(const Finding& finding) override;
  void waiting_for_server(const std::string& reason, Milliseconds limit) override;
  void waiting_for_lock(const LockHolder& holder, Milliseconds waited, Milliseconds limit) override;
  void step_started(const Step& step) override;
  void statement_started(const Step& step, std::size_t number, const std::string& summary) override;
  void waiting_for_answer(const Waiting& waiting) override;
  void notice(const Notice& notice) override;
  void gave_way(const Step& step, const Error& why, const Retry& retry) override;
  void echo(const std::string& text) override;
  void step_finished(const Step& step, Milliseconds took) override;
  void step_lost(const Step& step) override;

 protected:
  [[nodiscard]] const Screen& screen() const noexcept { return screen_; }
  /// Ends the line of a step that did not finish.
  void end_line();

 private:
  void note(const std::string& text);
  void line(const Clean& text);
  void line_of_step(const Clean& text);
  void show_wait(const std::vector<Clean>& lines, Cadence& cadence, const std::string& what);
  void show(const Blockage& blockage);
  void show(const ReplicationWait& wait);
  void show(const StatementProgress& progress);
  void show_current();
  void clear_current();
  void forget_wait();
  [[nodiscard]] std::size_t width() const noexcept;

  Screen screen_;
  Style style_;
  Clean current_;            // the line on the screen that will be overwritten
  Clean heading_;            // of the step, until a line about it is printed
  std::vector<Clean> wait_;  // lines below the current one that will be overwritten
  std::string statement_;    // the statement that started last
  std::string number_;       // its number in its script: "2/3"
  Cadence blocked_cadence_;
  Cadence progress_cadence_;
  Cadence replication_cadence_;
};

}  // namespace runner
