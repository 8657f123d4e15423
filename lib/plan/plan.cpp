#include "plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "down_script.hpp"
#include "error.hpp"
#include "migration/names.hpp"
#include "refusal.hpp"

namespace runner {
namespace {

using Standings = std::vector<Standing>;

void require_known(const Standings& standings, const Version& version) {
  const bool known = std::any_of(standings.begin(), standings.end(),
                                 [&](const Standing& standing) { return standing.version == version; });
  if (known) return;
  throw Error(ErrorKind::usage, fmt::format("there is no migration {}", version.digits()))
      .hint("\"runner status\" lists the migrations.");
}

std::string recorded_name_for(const Migration& migration, Spelling spelling) {
  return spelling == Spelling::with_suffix ? migration.file_name : migration.name;
}

// The first statement that has not run. It is one past the last when the rest of the script was removed.
// Throws when a statement that ran was edited: it cannot count as run.
std::size_t resume_at(const HalfDone& half_done, const Script& script) {
  const bool unchanged = half_done.prefix && *half_done.prefix == checksum_of_first(script, half_done.done);
  if (unchanged || half_done.done == 0) return half_done.done + 1;
  const std::string first =
      half_done.done == 1 ? "first statement has" : fmt::format("first {} statements have", half_done.done);
  throw Error(ErrorKind::in_doubt,
              fmt::format("\"{}\" was left half done, and its {} been edited since", half_done.name, first))
      .at(whole_file(script.path))
      .hint("Put those statements back as they were; the ones after them may change.");
}

// Statements that ran must not run again, even if the edited script could now run in a transaction.
void go_on(Step& step, const HalfDone& half_done) {
  step.resumed = true;
  step.first_statement = resume_at(half_done, step.script);
  if (step.first_statement > 1 && !step.script.outside) step.script.outside = OutsideReason{};
}

Step up_step(const Standing& standing, Spelling spelling) {
  const Migration& migration = *standing.migration;
  refuse_untouched(migration);
  Step step{.action = Action::up,
            .version = migration.version,
            .name = migration.name,
            .recorded_name = recorded_name_for(migration, spelling),
            .environment = {},
            .script = migration.up,
            .rollback = migration.down};
  if (standing.half_done != nullptr) go_on(step, *standing.half_done);
  return step;
}

void note_unnumbered(Plan& plan, const History& history) {
  const std::vector<std::string>& names = history.unnumbered;
  if (names.empty()) return;
  plan.findings.push_back(
      {.rule = "history-row-without-number",
       .message = names.size() == 1
                      ? fmt::format("the history row \"{}\" has no number; it is left alone", names.front())
                      : fmt::format("{} history rows have no number and are left alone: {}", names.size(),
                                    listed(names))});
}

void note_ahead(Plan& plan, const Standings& standings) {
  std::vector<const Standing*> ahead;
  for (const Standing& standing : standings) {
    if (standing.state == State::ahead) ahead.push_back(&standing);
  }
  if (ahead.empty()) return;
  plan.findings.push_back(
      {.rule = "database-ahead",
       .message = fmt::format("the database is ahead of this checkout: {} applied migration{} newer than its "
                              "files, up to \"{}\"",
                              ahead.size(), ahead.size() == 1 ? " is" : "s are", ahead.back()->name)});
}

// Runner cannot resume these without their files. refuse_half_done() lets only those of newer releases pass.
void note_half_done_ahead(Plan& plan, const Standings& standings) {
  for (const Standing& standing : standings) {
    if (standing.state != State::half_done || standing.migration != nullptr) continue;
    const HalfDone& half_done = *standing.half_done;
    plan.findings.push_back(
        {.rule = "half-done-ahead",
         .message = fmt::format("\"{}\", newer than the files here, was left half done by \"runner {}\": "
                                "{} of {} statements have run",
                                standing.name, name_of(half_done.action), half_done.done,
                                half_done.statement_count)});
  }
}

std::string use_of_stored(const Standing& standing) {
  const HistoryEntry& entry = *standing.entry;
  const std::string by = entry.applied_by.empty() ? "" : " by " + entry.applied_by;
  const std::string when = entry.applied_at.empty() ? "" : entry.applied_at.substr(0, 16) + by + ", ";
  return fmt::format(
      "\"{}\" has no down file here: using the down script recorded when it was applied ({}sha256 {}, "
      "verified)",
      standing.name, when, entry.stored_down->abbreviated());
}

void note_stored(Plan& plan, const std::vector<const Standing*>& stored) {
  if (stored.empty()) return;
  std::vector<std::string> names;
  for (const Standing* standing : stored) names.push_back(standing->name);
  plan.findings.push_back(
      {.rule = "stored-down-script",
       .message = stored.size() == 1
                      ? use_of_stored(*stored.front())
                      : fmt::format("{} migrations have no down file here: using the down scripts recorded "
                                    "when they were applied (sha256 verified): {}",
                                    stored.size(), listed(names))});
}

Step down_step(const Standing& standing, const StoredText& stored, const Variables& secrets) {
  Step step{.action = Action::down,
            .version = standing.version,
            .name = standing.name,
            .recorded_name = standing.entry->recorded_name,
            .environment = {},
            .script = down_script(standing, stored, secrets),
            .origin = standing.rollback() == Rollback::stored ? Origin::stored : Origin::file,
            .rollback = {}};
  if (standing.half_done != nullptr) go_on(step, *standing.half_done);
  return step;
}

std::vector<const Standing*> to_undo(const Standings& standings, const DownRequest& request) {
  std::vector<const Standing*> chosen;
  for (auto standing = standings.rbegin(); standing != standings.rend(); ++standing) {
    if (standing->entry == nullptr) continue;
    const bool wanted =
        request.all || (request.to ? standing->version > *request.to : chosen.size() < request.steps);
    if (wanted) chosen.push_back(&*standing);
  }
  return chosen;
}

void refuse_what_stands_in_the_way(const Standings& standings, Action action, bool out_of_order,
                                   const StoredText& stored) {
  refuse_unexplained(standings, stored);
  refuse_half_done(standings, action);
  if (!out_of_order) refuse_out_of_order(standings);
}

bool wanted(const Standing& standing, const UpRequest& request, std::size_t already) {
  const bool half_done = standing.state == State::half_done && standing.migration != nullptr;
  const bool to_run = is_pending(standing.state) || half_done;
  const bool below_target = !request.to || standing.version <= *request.to;
  return to_run && below_target && (!request.steps || already < *request.steps);
}

}  // namespace

Plan plan_up(std::span<const Migration> migrations, const History& history, const UpRequest& request,
             const StoredText& stored) {
  const Standings standings = standings_of(migrations, history);
  if (request.to) require_known(standings, *request.to);
  refuse_what_stands_in_the_way(standings, Action::up, request.out_of_order, stored);
  Plan plan;
  note_unnumbered(plan, history);
  note_ahead(plan, standings);
  note_half_done_ahead(plan, standings);
  for (const Standing& standing : standings) {
    if (wanted(standing, request, plan.steps.size()))
      plan.steps.push_back(up_step(standing, history.spelling));
  }
  return plan;
}

Plan plan_down(std::span<const Migration> migrations, const History& history, const DownRequest& request,
               const StoredText& stored) {
  const Standings standings = standings_of(migrations, history);
  const Version zero = *Version::parse("0");
  if (request.to && *request.to != zero) require_known(standings, *request.to);
  refuse_what_stands_in_the_way(standings, Action::down, request.out_of_order, stored);
  Plan plan;
  note_unnumbered(plan, history);
  std::vector<const Standing*> recorded;
  for (const Standing* standing : to_undo(standings, request)) {
    plan.steps.push_back(down_step(*standing, stored, request.secrets));
    if (plan.steps.back().origin == Origin::stored) recorded.push_back(standing);
  }
  note_stored(plan, recorded);
  return plan;
}

Plan plan_seed(std::span<const Seed> seeds, std::span<const SeedEntry> history, bool force) {
  Plan plan;
  for (const Seed& seed : seeds) {
    const bool unchanged = std::any_of(history.begin(), history.end(), [&](const SeedEntry& entry) {
      return entry.name == seed.name && entry.environment == seed.environment &&
             (entry.checksum == seed.script.checksum.wait() ||
              entry.checksum == seed.script.raw_checksum.wait());
    });
    if (unchanged && !force) continue;
    const std::string folder = seed.environment.empty() ? "" : seed.environment + "/";
    plan.steps.push_back({.action = Action::seed,
                          .name = folder + seed.name,
                          .recorded_name = seed.name,
                          .environment = seed.environment,
                          .script = seed.script,
                          .rollback = {}});
  }
  return plan;
}

}  // namespace runner
