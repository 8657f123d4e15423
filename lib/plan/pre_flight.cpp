#include "pre_flight.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/strings.hpp"

namespace runner {
namespace {

Finding tables_without_history(std::span<const std::string> tables) {
  constexpr std::size_t kShown = 5;
  const std::size_t shown = std::min(tables.size(), kShown);
  const std::string more = tables.size() > shown ? fmt::format(" and {} more", tables.size() - shown) : "";
  return {.rule = "tables-without-history",
          .severity = Severity::error,
          .message = "the database has tables, but no migration_history",
          .detail = fmt::format("It has {}{}.", fmt::join(tables.first(shown), ", "), more),
          .hint =
              "Check that this is the right database, and --schema. To apply the migrations to this "
              "database, add --into-existing."};
}

// Only the user knows which meaning the files rely on, so runner does not choose one.
Finding standard_strings_off() {
  return {.rule = "standard-strings-off",
          .severity = Severity::error,
          .message = "standard_conforming_strings is off in this session: runner needs it on",
          .detail =
              "The server, the database, the role or the connection options turn it off. It decides what "
              "a backslash in a string means.",
          .hint = "To run the files with it on: PGOPTIONS='-c standard_conforming_strings=on'"};
}

std::optional<Finding> missing_secret(const Step& step) {
  VariableNames missing;
  for (const std::string& name : step.script.directives.secrets) {
    if (!is_secret(name, step.script.variables)) missing.insert(name);
  }
  if (missing.empty()) return std::nullopt;
  return Finding{
      .rule = "missing-secret",
      .severity = Severity::error,
      .place = Place{step.script.path},
      .message = fmt::format("\"{}\" needs the secret{} \"{}\"", step.name, missing.size() == 1 ? "" : "s",
                             fmt::join(missing, "\", \"")),
      .hint = fmt::format("Nothing ran. Put the value of {0} into the environment variable {0} and "
                          "add --set-secret {0}, or into a file: --set-secret {0}=@FILE.",
                          *missing.begin()),
      .kind = ErrorKind::usage};
}

bool is_plain_begin(const std::string& begin) {
  const std::string lower = lower_case(begin);
  return lower == "begin" || lower == "begin transaction" || lower == "begin work" ||
         lower == "start transaction";
}

std::optional<Finding> own_transaction_needed(const Step& step) {
  const Script& script = step.script;
  const bool plain = !script.wrapped || is_plain_begin(script.begin);
  if (script.in_transaction() && plain) return std::nullopt;
  return Finding{.rule = "no-shared-transaction",
                 .severity = Severity::error,
                 .place = Place{script.path},
                 .message = fmt::format("\"{}\" cannot share one transaction with others", step.name),
                 .detail = plain
                               ? "It runs statement by statement, without a transaction."
                               : fmt::format("Its BEGIN sets options of the transaction: {}.", script.begin),
                 .hint = "Run it by itself first, or leave out --one-transaction."};
}

// A pooler keeps only the statements of one transaction in one session.
std::optional<Finding> own_session_needed(const Step& step) {
  const auto& outside = step.script.outside;
  if (!outside) return std::nullopt;
  return Finding{.rule = "no-transaction-behind-pooler",
                 .severity = Severity::error,
                 .place = Place{step.script.path},
                 .message = fmt::format("\"{}\" cannot run through a connection pooler", step.name),
                 .detail = outside->line == 0 ? "It runs statement by statement, without a transaction."
                                              : fmt::format("It runs without a transaction because of {}: {}",
                                                            outside->place(), outside->statement),
                 .hint = "Point DATABASE_URL at the server itself for this run."};
}

void check_steps(const Plan& plan, std::optional<Finding> (*check)(const Step&), Findings& findings) {
  for (const Step& step : plan.steps) {
    if (auto finding = check(step)) findings.push_back(std::move(*finding));
  }
}

}  // namespace

Findings pre_flight(const Plan& plan, const Conditions& conditions) {
  Findings findings;
  if (!conditions.other_tables.empty() && !plan.steps.empty())
    findings.push_back(tables_without_history(conditions.other_tables));
  if (!conditions.standard_strings) findings.push_back(standard_strings_off());
  std::ranges::copy(plan.findings, std::back_inserter(findings));
  check_steps(plan, missing_secret, findings);
  if (conditions.one_transaction) check_steps(plan, own_transaction_needed, findings);
  if (conditions.pooled) check_steps(plan, own_session_needed, findings);
  return findings;
}

}  // namespace runner
