#include "event_reporter.hpp"

#include <fmt/format.h>

#include <utility>

#include "text/text.hpp"

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t kLabelWidth = 52;
// The width of a line when standard error is no terminal.
constexpr std::size_t kPageWidth = 80;
constexpr std::size_t kIndent = 4;
constexpr auto kLongStatement = 10s;

Clean heading_of(const Step& step) { return clean("  {} {}", name_of(step.action), step.name); }

// "  up 003_treatment_plans ........... "
Clean label_of(const Step& step) {
  const Clean name = heading_of(step) + " ";
  const std::size_t width = display_width(name);
  return name + blanks(width + 3 < kLabelWidth ? kLabelWidth - width : 3, '.');
}

// Indents further lines below the first.
Clean indented(std::string_view text) { return visible_lines(text, "\n    "); }

Tone tone_of_severity(const std::string& severity) {
  return severity == "WARNING" ? Tone::careful : Tone::faint;
}

}  // namespace

void EventReporter::line(const Clean& text) {
  if (screen_.quiet) return;
  clear_current();
  wait_.clear();
  screen_.console.tell(text + "\n");
  show_current();
}

// Prints the step's name first. Without it the line would seem to belong to the step before.
void EventReporter::line_of_step(const Clean& text) {
  if (!heading_.empty()) line(std::exchange(heading_, {}));
  line("    " + text);
}

// Some terminals wrap a line that fills them. Moving up one line would then miss its beginning.
std::size_t EventReporter::width() const noexcept {
  return screen_.err_width > kIndent + 1 ? screen_.err_width - 1 : kPageWidth;
}

void EventReporter::show_current() {
  if (screen_.err_rewrites) {
    Clean shown = cut_to_width(current_, width());
    for (const Clean& wait_line : wait_) shown += (shown.empty() ? Clean() : Clean("\n")) + wait_line;
    screen_.console.tell(shown);
  }
  screen_.console.flush();
}

void EventReporter::clear_current() {
  const std::size_t lines = (current_.empty() ? 0 : 1) + wait_.size();
  if (!screen_.err_rewrites || lines == 0) return;
  screen_.console.tell("\r\033[K");
  for (std::size_t above = 1; above < lines; ++above) screen_.console.tell("\033[A\033[K");
}

// Removes a wait that is over from the screen.
void EventReporter::forget_wait() {
  if (wait_.empty()) return;
  clear_current();
  wait_.clear();
  show_current();
}

// Prints only news when it cannot overwrite lines.
void EventReporter::show_wait(const std::vector<Clean>& lines, Cadence& cadence, const std::string& what) {
  if (screen_.quiet) return;
  if (!screen_.err_rewrites) {
    if (!cadence.due(what, Clock::now())) return;
    for (const Clean& text : lines) line_of_step(text);
    return;
  }
  clear_current();
  wait_.clear();
  for (const Clean& text : lines) wait_.push_back(blanks(kIndent) + text);
  show_current();
}

void EventReporter::end_line() {
  if (current_.empty()) return forget_wait();
  clear_current();
  wait_.clear();
  if (!screen_.quiet) screen_.console.tell(current_ + " " + style_.paint(Tone::bad, "failed") + "\n");
  current_ = {};
}

void EventReporter::connected(const std::string& database) {
  if (screen_.verbose) line(clean("connected to {}", database));
}

void EventReporter::remark(const Finding& finding) { note(finding.message); }

void EventReporter::note(const std::string& text) {
  line(style_.paint(Tone::careful, "note:") + clean(" {}", text));
}

void EventReporter::waiting_for_server(const std::string& reason, Milliseconds limit) {
  line(clean("the server is {}: waiting up to {}", reason, to_text(limit)));
}

// On a terminal the user sees that runner still waits. A log has to say it.
void EventReporter::waiting_for_lock(const LockHolder& holder, Milliseconds waited, Milliseconds limit) {
  const std::string who = fmt::format("pid {}, \"{}\"{}{}", holder.pid, holder.application,
                                      holder.age.empty() ? "" : ", running for ", holder.age);
  if (waited < 1s) {
    line(clean("another runner is using this database: {}; waiting up to {}", who, to_text(limit)));
  } else if (!screen_.err_rewrites) {
    line(clean("still waiting for {}: {} of {}", who, to_text(waited), to_text(limit)));
  }
}

void EventReporter::step_started(const Step& step) {
  forget_wait();
  statement_.clear();
  current_ = label_of(step);
  heading_ = heading_of(step);
  if (!screen_.quiet) show_current();
  const Script& script = step.script;
  if (step.first_statement > 1 && step.first_statement > script.statement_count) {
    line_of_step("was left half done: all of its statements have run");
  } else if (step.first_statement > 1) {
    line_of_step(clean("was left half done: resuming at statement {} of {}", step.first_statement,
                       script.statement_count));
  }
  if (script.outside && script.outside->line > 0) {
    line_of_step(clean("without a transaction, because of {}: {}", script.outside->place(),
                       script.outside->statement));
  }
}

void EventReporter::statement_started(const Step& step, std::size_t number, const std::string& summary) {
  forget_wait();
  statement_ = summary;
  number_ = fmt::format("{}/{}", number, step.script.statement_count);
  if (screen_.verbose) line_of_step(style_.paint(Tone::faint, clean("{} ", number_) + visible_line(summary)));
}

void EventReporter::waiting_for_answer(const Waiting& waiting) {
  std::visit([this](const auto& why) { show(why); }, waiting);
}

void EventReporter::show(const Blockage& blockage) {
  const int pid = blockage.blockers.empty() ? 0 : blockage.blockers.front().pid;
  show_wait(text_of(blockage, width() - kIndent), blocked_cadence_,
            fmt::format("{} {}", pid, blockage.wanted));
}

void EventReporter::show(const ReplicationWait& wait) {
  show_wait(text_of(wait, width() - kIndent), replication_cadence_, wait.standbys);
}

// Runner sends statements ahead of their answers, so one may run long before statement_started() is called.
void EventReporter::show(const StatementProgress& progress) {
  if (!screen_.err_rewrites && progress.elapsed < kLongStatement) return;
  const std::string number = progress.statement == statement_ ? number_ : "";
  show_wait(text_of(progress, number, width() - kIndent), progress_cadence_, progress.statement);
}

void EventReporter::gave_way(const Step& /*step*/, const Error& why, const Retry& retry) {
  line_of_step(clean("gave way after {}: {}", to_text(retry.waited), why.message()));
  line_of_step(clean("trying again in {}, {} of {}", to_text(retry.pause), retry.number, retry.limit));
}

void EventReporter::echo(const std::string& text) { line("    " + indented(text)); }

void EventReporter::notice(const Notice& notice) {
  const Clean severity = style_.paint(tone_of_severity(notice.severity), clean("{}:", notice.severity));
  line_of_step(severity + " " + indented(notice.message));
  if (!notice.detail.empty()) line_of_step("DETAIL: " + indented(notice.detail));
  if (!notice.hint.empty()) line_of_step("HINT: " + indented(notice.hint));
}

// Steps that share a transaction all finish at its end, when another step is the current one.
void EventReporter::step_finished(const Step& step, Milliseconds took) {
  clear_current();
  wait_.clear();
  if (!screen_.quiet) {
    screen_.console.tell(label_of(step) + " " + style_.paint(Tone::good, visible(to_text(took))) + "\n");
  }
  current_ = {};
  screen_.console.flush();
}

void EventReporter::step_lost(const Step& step) {
  note(fmt::format("{} {} was lost: the server went down before it was on disk", name_of(step.action),
                   step.name));
}

}  // namespace runner
