#include "progress.hpp"

#include <fmt/format.h>

#include <utility>

#include "sql/text.hpp"

namespace runner {
namespace {

constexpr std::size_t kLabelWidth = 52;

std::string heading_of(const Step& step) { return fmt::format("  {} {}", name_of(step.action), step.name); }

// "  up 003_treatment_plans ........... "
std::string label_of(const Step& step) {
  const std::string name = heading_of(step) + " ";
  const std::size_t width = display_width(name);
  return name + std::string(width + 3 < kLabelWidth ? kLabelWidth - width : 3, '.');
}

std::string text_of(const Notice& notice) {
  std::string text = notice.message;
  if (!notice.detail.empty()) text += "\nDETAIL: " + notice.detail;
  if (!notice.hint.empty()) text += "\nHINT: " + notice.hint;
  return text;
}

Tone tone_of(const std::string& severity) { return severity == "WARNING" ? Tone::careful : Tone::faint; }

}  // namespace

void ProgressReporter::line(const std::string& text) {
  if (screen_.quiet) return;
  clear_current();
  screen_.err << text << '\n';
  show_current();
}

// Under the name of its step: it would seem to belong to the step before.
void ProgressReporter::line_of_step(const std::string& text) {
  if (!heading_.empty()) line(std::exchange(heading_, {}));
  for (const std::string_view part : lines_of(text)) line(fmt::format("    {}", part));
}

void ProgressReporter::show_current() {
  if (screen_.err_rewrites && !current_.empty()) screen_.err << current_;
  screen_.err.flush();
}

void ProgressReporter::clear_current() {
  if (screen_.err_rewrites && !current_.empty()) screen_.err << "\r\033[K";
}

void ProgressReporter::end_line() {
  if (current_.empty()) return;
  clear_current();
  if (!screen_.quiet) screen_.err << current_ << " " << style_.paint(Tone::bad, "failed") << '\n';
  current_.clear();
}

void ProgressReporter::connected(const std::string& database) {
  if (screen_.verbose) line("connected to " + database);
}

void ProgressReporter::remark(const std::string& text) {
  line(style_.paint(Tone::careful, "note:") + " " + text);
}

void ProgressReporter::waiting_for_server(const std::string& reason, Milliseconds limit) {
  line(fmt::format("the server is {}: waiting up to {}", reason, to_text(limit)));
}

void ProgressReporter::waiting_for_lock(const LockHolder& holder, Milliseconds limit) {
  line(fmt::format("another runner works on this database: pid {}, \"{}\"{}{}; waiting up to {}", holder.pid,
                   holder.application, holder.age.empty() ? "" : ", for ", holder.age, to_text(limit)));
}

void ProgressReporter::step_started(const Step& step) {
  current_ = label_of(step);
  heading_ = heading_of(step);
  if (!screen_.quiet) show_current();
  const Script& script = step.script;
  if (step.first_statement > 1 && step.first_statement > script.statement_count) {
    line_of_step("was left half done: none of its statements is left to run");
  } else if (step.first_statement > 1) {
    line_of_step(fmt::format("was left half done: going on at statement {} of {}", step.first_statement,
                             script.statement_count));
  }
  if (script.outside && script.outside->line > 0) {
    line_of_step(fmt::format("without a transaction, because of {}: {}", script.outside->place(),
                             script.outside->statement));
  }
}

void ProgressReporter::statement_started(const Step& step, std::size_t number, const std::string& summary) {
  if (!screen_.verbose) return;
  line_of_step(
      style_.paint(Tone::faint, fmt::format("{}/{} {}", number, step.script.statement_count, summary)));
}

void ProgressReporter::echo(const std::string& text) { line("    " + text); }

void ProgressReporter::notice(const Notice& notice) {
  line_of_step(style_.paint(tone_of(notice.severity), notice.severity + ":") + " " + text_of(notice));
}

void ProgressReporter::step_finished(const Step& /*step*/, Milliseconds took) {
  clear_current();
  if (!screen_.quiet) screen_.err << current_ << " " << style_.paint(Tone::good, to_text(took)) << '\n';
  current_.clear();
  screen_.err.flush();
}

}  // namespace runner
