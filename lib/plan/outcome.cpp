#include "outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace runner {
namespace {

std::string place_in_history(const History& history, std::span<const Step> steps = {}) {
  const std::string at = newest_applied_after(history, steps);
  return at.empty() ? "nothing is applied" : fmt::format("the database is at {}", at);
}

std::string what_was_undone(const Step& step, std::span<const Step> before, const History& history) {
  switch (step.action) {
    case Action::up:
      return fmt::format("\"{}\" was undone; {}.", step.name, place_in_history(history, before));
    case Action::down: return fmt::format("The down script was undone: \"{}\" is still applied.", step.name);
    case Action::seed: break;
  }
  return fmt::format("\"{}\" was undone.", step.name);
}

Error stopped_half_done(const Step& step, const HalfDone& half) {
  return Error(ErrorKind::in_doubt, "the connection to the server was lost")
      .at(whole_file(step.script.path))
      .detail(fmt::format("\"{}\" is left half done: {} of {} statements have run.", step.name, half.done,
                          half.statement_count))
      .hint(fmt::format("Run \"runner {}\" again; it resumes there.", name_of(step.action)));
}

}  // namespace

std::size_t steps_done(const Plan& plan, const History& history, std::span<const SeedEntry> seeds) {
  const auto applied = [&](const Step& step) {
    return std::ranges::find(history.entries, step.name, &HistoryEntry::name) != history.entries.end();
  };
  const auto seeded = [&](const Step& step) {
    return std::ranges::any_of(seeds, [&](const SeedEntry& entry) {
      return entry.name == step.recorded_name && entry.environment == step.environment &&
             entry.checksum == step.script.checksum.wait();
    });
  };
  const auto is_done = [&](const Step& step) {
    switch (step.action) {
      case Action::up: return applied(step);
      case Action::down: return !applied(step);
      case Action::seed: return seeded(step);
    }
    return false;
  };
  const auto first_open = std::ranges::find_if_not(plan.steps, is_done);
  return static_cast<std::size_t>(first_open - plan.steps.begin());
}

std::string newest_applied_after(const History& history, std::span<const Step> steps) {
  const Step* newest = nullptr;
  std::set<Version> undone;
  for (const Step& step : steps) {
    if (step.action == Action::down) undone.insert(*step.version);
    const bool newer = newest == nullptr || newest->version < step.version;
    if (step.action == Action::up && newer) newest = &step;
  }
  const auto stays = std::find_if(history.entries.rbegin(), history.entries.rend(),
                                  [&](const HistoryEntry& entry) { return !undone.contains(entry.version); });
  if (stays != history.entries.rend() && (newest == nullptr || newest->version < stays->version))
    return stays->name;
  return newest == nullptr ? "" : newest->name;
}

Error step_undone(const Error& error, const Step& step, std::span<const Step> before,
                  const History& history) {
  return Error(error).add_hint(what_was_undone(step, before, history));
}

Error run_undone(const Error& error, const Step& step, const History& history) {
  const std::string where = step.action == Action::seed ? "" : "; " + place_in_history(history);
  return Error(error).add_hint("The whole run was undone" + where + ".");
}

Error cut_short(const Plan& plan, std::size_t done, const History& history) {
  const Step& step = plan.steps[done];
  const auto half = std::ranges::find(history.half_done, step.name, &HalfDone::name);
  if (half != history.half_done.end()) return stopped_half_done(step, *half);
  const std::string at = newest_applied_after(history);
  return Error(ErrorKind::unreachable, "the connection to the server was lost")
      .at(whole_file(step.script.path))
      .detail(fmt::format("The history says: {} of {} steps are done; \"{}\" is not; it was rolled back.",
                          done, plan.steps.size(), step.name))
      .hint(fmt::format("{} Run \"runner {}\" again.",
                        step.action == Action::seed ? "Seeds that have run stay applied."
                        : at.empty()                ? "Nothing is applied."
                                                    : fmt::format("The database is at {}.", at),
                        name_of(step.action)));
}

}  // namespace runner
