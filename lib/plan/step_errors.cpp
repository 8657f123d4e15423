#include "step_errors.hpp"

#include <fmt/format.h>

#include "sqlstate.hpp"

namespace runner {
namespace {

// The operator has to fix only a statement that failed.
std::string next_move(const Error& error, const Step& step, const ScriptProgress& progress, bool lost) {
  const char* command = name_of(step.action);
  if (step.action == Action::seed)
    return "Fix it and run \"runner seed\" again; it then runs from its first statement.";
  if (lost) return fmt::format("Run \"runner {}\" again: it reads in the log where to resume.", command);
  if (progress.done == step.script.statement_count)
    return fmt::format("Run \"runner {}\" again: only the history is not up to date.", command);
  if (error.kind() != ErrorKind::failed)
    return fmt::format("Run \"runner {}\" again; it resumes at statement {}.", command, progress.done + 1);
  return fmt::format("Fix statement {} and run \"runner {}\" again; it resumes there.", progress.done + 1,
                     command);
}

bool is_stop(const Error& error) {
  return error.kind() == ErrorKind::interrupted || error.kind() == ErrorKind::terminated;
}

}  // namespace

Error with_step(const Error& error, const Step& step) {
  if (error.place()) return error;
  return Error(error).at(whole_file(step.script.path));
}

Error changed_while_it_ran(const Error& error) {
  Error told(ErrorKind::source, "the file was changed while it ran");
  if (error.place()) told.at(*error.place());
  return told.hint("Let no other program write to the file while runner uses it.");
}

// An interrupt keeps its kind, because its sender knows why runner stopped. If the connection was lost, the
// server may still have completed the statement under way.
Error left_half_done(const Error& error, const Step& step, const ScriptProgress& progress, bool lost) {
  Error result = is_stop(error) && !lost ? error : error.as(ErrorKind::in_doubt);
  const std::string where =
      fmt::format("\"{}\" is left half done: {} of {} statements have run{}.", step.name, progress.done,
                  step.script.statement_count, lost ? " for certain" : "");
  return result.add_detail(where).add_hint(next_move(error, step, progress, lost));
}

Error not_recorded(const Error& error) {
  Error told = Error(error).prefix("could not write the history row");
  const std::string& code = error.sqlstate();
  if (code == kTableMissing || code == kSchemaMissing) {
    told.hint("The script drops runner's own tables. Keep them in their own schema: --schema NAME.");
  } else if (code == kReadOnlyTransaction) {
    told.hint(
        "The script makes its transaction read-only, so the history row cannot be written. Remove that "
        "statement.");
  }
  return told;
}

Error with_blocker(const Error& error, const std::optional<Blockage>& blockage) {
  if (!blockage || !is_lock_conflict(error.sqlstate())) return error;
  const Error told = Error(error).add_detail(blocked_by(*blockage));
  const std::string ending = ending_of(*blockage);
  return ending.empty() ? told : Error(told).add_hint("To end it: " + ending);
}

Error gave_up(const Error& error, std::size_t retries) {
  return Error(error).add_detail(fmt::format("Tried {} times; every attempt was rolled back.", retries + 1));
}

Error lost_at_commit(const Step& step) {
  return Error(ErrorKind::in_doubt,
               fmt::format("the connection was lost while \"{}\" was being committed", step.name))
      .hint("Run \"runner status\": it shows whether the migration is applied.");
}

Error unanswered_at_commit(const Step& step, int backend_pid) {
  return Error(ErrorKind::in_doubt, fmt::format("it is not known whether \"{}\" is committed", step.name))
      .at(whole_file(step.script.path))
      .detail(
          fmt::format("runner was stopped, and the server, pid {}, had not answered COMMIT.", backend_pid))
      .hint(fmt::format("If it is stuck, end it: select pg_terminate_backend({});\n"
                        "Then run \"runner status\": it shows whether the migration is applied.",
                        backend_pid));
}

Error lost_before_disk(const Step& step) {
  return Error(ErrorKind::in_doubt, fmt::format("the connection was lost while \"{}\" was run", step.name))
      .detail("If the server went down, it may have lost earlier steps that were not yet on disk.")
      .hint("Run \"runner status\": it shows which migrations are applied.");
}

}  // namespace runner
