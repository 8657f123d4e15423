#include "progress.hpp"

#include <fmt/format.h>

#include "sql/text.hpp"

namespace runner {
namespace {

constexpr std::size_t kLabelWidth = 52;

// "  up 003_treatment_plans ........... "
std::string label_of(const Step& step) {
  const std::string name = fmt::format("  {} {} ", name_of(step.action), step.name);
  const std::size_t width = display_width(name);
  return name + std::string(width + 3 < kLabelWidth ? kLabelWidth - width : 3, '.');
}

Tone tone_of(const std::string& severity) { return severity == "WARNING" ? Tone::careful : Tone::faint; }

}  // namespace

void ProgressReporter::line(const std::string& text) {
  if (screen_.quiet) return;
  clear_current();
  screen_.err << text << '\n';
  show_current();
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
  line(fmt::format("another runner works on this database: pid {}, \"{}\", since {}; waiting up to {}",
                   holder.pid, holder.application, holder.since, to_text(limit)));
}

void ProgressReporter::step_started(const Step& step) {
  current_ = label_of(step);
  if (!screen_.quiet) show_current();
  const Script& script = step.script;
  if (step.first_statement > 1) {
    line(fmt::format("    was left half done: going on at statement {} of {}", step.first_statement,
                     script.statement_count));
  }
  if (script.outside && script.outside->line > 0) {
    line(fmt::format("    without a transaction, because of line {}: {}", script.outside->line,
                     script.outside->statement));
  }
}

void ProgressReporter::statement_started(const Step& step, std::size_t number, const std::string& summary) {
  if (!screen_.verbose) return;
  line(style_.paint(Tone::faint, fmt::format("    {}/{} {}", number, step.script.statement_count, summary)));
}

void ProgressReporter::notice(const Notice& notice) {
  line("    " + style_.paint(tone_of(notice.severity), notice.severity + ":") + " " + notice.message);
  for (const auto& [label, text] : {std::pair{"DETAIL", &notice.detail}, std::pair{"HINT", &notice.hint}}) {
    if (!text->empty()) line(fmt::format("    {}: {}", label, *text));
  }
}

void ProgressReporter::step_finished(const Step& /*step*/, Milliseconds took) {
  clear_current();
  if (!screen_.quiet) screen_.err << current_ << " " << style_.paint(Tone::good, to_text(took)) << '\n';
  current_.clear();
  screen_.err.flush();
}

}  // namespace runner
