#include <fmt/format.h>

#include <algorithm>

#include "error_text.hpp"
#include "event_reporter.hpp"
#include "log_text.hpp"
#include "loss_text.hpp"
#include "migration/names.hpp"
#include "migration/version.hpp"
#include "plan/needed_secrets.hpp"
#include "reporter.hpp"
#include "terminal/table.hpp"

namespace runner {
namespace {

Clean counted(std::size_t count, std::string_view noun) {
  return clean("{} {}{}", count, noun, count == 1 ? "" : "s");
}

Tone tone_of(State state) {
  switch (state) {
    case State::applied: return Tone::good;
    case State::pending: return Tone::careful;
    case State::ahead: return Tone::strong;
    case State::changed:
    case State::missing:
    case State::out_of_order:
    case State::half_done:
    case State::unreadable: return Tone::bad;
  }
  return Tone::plain;
}

// The name after the number. The number has its own column.
std::string bare_name(std::string_view name) {
  const std::size_t width = leading_digits(name).size();
  return std::string(width == name.size() ? "" : name.substr(width + 1));
}

std::vector<Cell> row_of(const Standing& standing) {
  const Rollback rollback = standing.rollback();
  const bool no_way_back = rollback == Rollback::none || rollback == Rollback::empty;
  const HistoryEntry* entry = standing.entry;
  const bool timed = entry != nullptr && entry->took;
  return {{visible(leading_digits(standing.name))},
          {visible(bare_name(standing.name))},
          {visible(name_of(standing.state)), tone_of(standing.state)},
          {visible(entry == nullptr ? "" : entry->applied_at.substr(0, 16))},
          {visible(entry == nullptr ? "" : entry->applied_by)},
          {visible(timed ? to_text(*entry->took) : "")},
          {visible(name_of(rollback)), no_way_back ? Tone::careful : Tone::plain}};
}

std::size_t count_in(const StatusReport& report, State state) {
  return static_cast<std::size_t>(std::ranges::count(report.standings, state, &Standing::state));
}

Clean at_text(const std::string& at) { return at.empty() ? Clean("nothing is applied") : clean("at {}", at); }

Clean target_of(const RunReport& report) {
  return report.target ? " in " + text_of(*report.target) : Clean();
}

std::string newest_applied(const StatusReport& report) {
  for (auto standing = report.standings.rbegin(); standing != report.standings.rend(); ++standing) {
    if (standing->entry != nullptr) return standing->name;
  }
  return {};
}

// "6 applied, 0 pending; at 006_x", with the states that need a decision in between.
Clean summary_line(const StatusReport& report) {
  Clean line =
      clean("{} applied, {} pending", count_in(report, State::applied), count_in(report, State::pending));
  for (const State state : {State::out_of_order, State::changed, State::missing, State::ahead,
                            State::half_done, State::unreadable}) {
    if (const std::size_t count = count_in(report, state)) line += clean(", {} {}", count, name_of(state));
  }
  return line + "; " + at_text(newest_applied(report)) + "\n";
}

Clean note_on(const std::vector<std::string>& names, const char* one, const char* several) {
  if (names.empty()) return {};
  if (names.size() == 1) return clean("{}: {}\n", names.front(), one);
  return clean("{} {}: {}\n", names.size(), several, listed(names));
}

Clean note_on_checksums(const StatusReport& report) {
  std::vector<std::string> names;
  for (const Standing& standing : report.standings) {
    if (standing.checksum_unknown()) names.push_back(standing.name);
  }
  return note_on(names, "its checksum is unknown", "checksums are unknown");
}

Clean status_notes(const StatusReport& report) {
  Clean notes = note_on_checksums(report);
  for (const Standing& standing : report.standings) {
    if (standing.half_done == nullptr) continue;
    notes += clean("{}: {} was left after {} of {} statements\n", standing.name,
                   name_of(standing.half_done->action), standing.half_done->done,
                   standing.half_done->statement_count);
  }
  return notes + note_on(report.unnumbered, "a history row without a number", "history rows have no number");
}

// "value of a", "values of a, b".
Clean list_text(const Clean& one, const Clean& several, const VariableNames& names) {
  return (names.size() == 1 ? one : several) + clean(" {}", fmt::format("{}", fmt::join(names, ", ")));
}

Clean kept_text(const Step& step) {
  const VariableNames values = values_stored_by(step);
  const VariableNames secrets = secrets_for_rollback(step);
  Clean text;
  if (!values.empty())
    text += ", stores the " + list_text("value of", "values of", values) + " with its rollback";
  if (!secrets.empty()) text += ", its rollback needs the " + list_text("secret", "secrets", secrets);
  return text;
}

Clean plan_line(const Step& step) {
  const Script& script = step.script;
  Clean line =
      clean("  {} {}  {}, ", name_of(step.action), step.name, counted(script.statement_count, "statement"));
  if (script.in_transaction()) {
    line += "one transaction";
  } else if (script.outside->line == 0) {
    line += "no transaction";
  } else {
    line += clean("no transaction because of {}: {}", script.outside->place(), script.outside->statement);
  }
  if (step.origin == Origin::stored) line += ", stored script";
  if (step.action == Action::up && !step.rollback) line += ", no rollback";
  if (step.rollback && undoes_nothing(*step.rollback, script)) line += ", empty rollback";
  line += kept_text(step);
  if (step.first_statement > 1 && step.first_statement > script.statement_count) {
    line += ", none of them left to run";
  } else if (step.first_statement > 1) {
    line += clean(", resuming at statement {}", step.first_statement);
  }
  return line + "\n";
}

const char* done_word(Action action) {
  switch (action) {
    case Action::up: return "applied";
    case Action::down: return "undid";
    case Action::seed: return "ran";
  }
  return "did";
}

std::string_view noun_of(Action action) { return action == Action::seed ? "seed" : "migration"; }

class TextReporter final : public EventReporter {
 public:
  explicit TextReporter(const Screen& screen)
      : EventReporter(screen), out_style_(screen.out_coloured), err_style_(screen.err_coloured) {}

  void losses_found(std::vector<DataLoss> losses) override { losses_ = std::move(losses); }

  void show_status(const StatusReport& report) override {
    Clean text;
    if (!report.standings.empty()) {
      Table table({"version", "name", "state", "applied at", "by", "took", "rollback"}, {1, 4});
      for (const Standing& standing : report.standings) table.add(row_of(standing));
      text += table.text(out_style_, screen().out_width);
    }
    screen().console.result(text + status_notes(report) + summary_line(report));
    if (report.unreadable) show_error(*report.unreadable);
  }

  void show_plan(const RunReport& report) override {
    if (report.plan.steps.empty()) return show_run(report);
    const char* const verb = report.action == Action::seed ? "run"
                             : report.action == Action::up ? "apply"
                                                           : "undo";
    Clean text = clean("would {} {}{}:\n", verb, counted(report.plan.steps.size(), noun_of(report.action)),
                       target_of(report));
    for (const Step& step : report.plan.steps) text += plan_line(step) + losses_of_step(step.name, losses_);
    if (report.action == Action::down && !losses_.empty()) text += clean("{}\n", kLostForGood);
    screen().console.result(text);
  }

  void show_run(const RunReport& report) override {
    const Clean where =
        target_of(report) + (report.action == Action::seed ? Clean() : "; " + at_text(report.at));
    if (report.plan.steps.empty()) return screen().console.result(visible(report.nothing) + where + "\n");
    screen().console.result(clean("{} {} in {}{}\n", done_word(report.action),
                                  counted(report.plan.steps.size(), noun_of(report.action)),
                                  to_text(report.took), where));
  }

  void show_log(const Log& log) override {
    screen().console.result(log_text(log, out_style_, screen().out_width));
  }

  void show_new(const NewReport& report) override {
    screen().console.result(clean("{}\n{}\n", report.up_path, report.down_path));
  }

  void show_text(const std::string& text) override {
    screen().console.result(visible_lines(text, "\n") + "\n");
  }

  void show_error(const Error& error) override {
    end_line();
    screen().console.tell(error_text(error, err_style_));
    if (screen().github) screen().console.annotate(github_annotation(error));
    screen().console.flush();
  }

 private:
  std::vector<DataLoss> losses_;
  Style out_style_;
  Style err_style_;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(const Screen& screen) {
  return std::make_unique<TextReporter>(screen);
}

}  // namespace runner
