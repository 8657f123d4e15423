#pragma once

#include "reporter.hpp"
#include "terminal/style.hpp"
#include "waiting_text.hpp"

namespace runner {

/// Tells the events of a run on standard error, a line for each step when it is done. What is shown at the
/// end is left to the reporters that build on it.
class EventReporter : public Reporter {
 public:
  explicit EventReporter(const Screen& screen) : screen_(screen), style_(screen.err_coloured) {}

  void connected(const std::string& database) override;
  void remark(const Finding& finding) override;
  void waiting_for_server(const std::string& reason, Milliseconds limit) override;
  void waiting_for_lock(const LockHolder& holder, Milliseconds waited, Milliseconds limit) override;
  void step_started(const Step& step) override;
  void statement_started(const Step& step, std::size_t number, const std::string& summary) override;
  void blocked(const Blockage& blockage) override;
  void waiting_for_replication(const ReplicationWait& wait) override;
  void statement_progress(const StatementProgress& progress) override;
  void notice(const Notice& notice) override;
  void gave_way(const Step& step, const Error& why, const Retry& retry) override;
  void echo(const std::string& text) override;
  void step_finished(const Step& step, Milliseconds took) override;
  void step_lost(const Step& step) override;

 protected:
  [[nodiscard]] const Screen& screen() const noexcept { return screen_; }
  /// Leaves the line of a step that did not finish.
  void end_line();

 private:
  void note(const std::string& text);
  void line(const Clean& text);
  void line_of_step(const Clean& text);
  void show_wait(const std::vector<Clean>& lines, Cadence& cadence, const std::string& what);
  void show_current();
  void clear_current();
  void forget_wait();
  [[nodiscard]] std::size_t width() const noexcept;

  Screen screen_;
  Style style_;
  Clean current_;            // the line that is on the screen and will be written over
  Clean heading_;            // of a step about which nothing was said so far
  std::vector<Clean> wait_;  // lines below the current one that will be written over
  std::string statement_;    // the one that was sent last,
  std::string number_;       // and which of its script it is: "2/3"
  Cadence blocked_cadence_;
  Cadence progress_cadence_;
  Cadence replication_cadence_;
};

}  // namespace runner
