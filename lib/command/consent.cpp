#include "consent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "error.hpp"
#include "report/loss_text.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

// A longer list would push the question off the screen.
constexpr std::size_t kMostShown = 15;

// The number of the oldest migration: a user who types it has seen how far down the run goes.
std::string number_to_type(const Plan& plan) { return std::string(leading_digits(plan.steps.back().name)); }

// Quotes a word for the shell if needed.
std::string in_shell(const std::string& word) {
  const auto plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::strchr("_./:=,-", c) != nullptr;
  };
  if (!word.empty() && std::ranges::all_of(word, plain)) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string option(const char* name, const std::optional<std::string>& value) {
  return value ? fmt::format(" --{} {}", name, in_shell(*value)) : "";
}

// The dry run of the same command, which lists everything that this one cannot. Leaves out what may contain a
// password; the user types that.
std::string dry_run_of(const Invocation& invocation) {
  const CommonFlags& flags = invocation.common;
  std::string command = "runner down";
  if (flags.database_url) command += " --database-url …";
  command += option("migrations", flags.migrations) + option("schema", flags.schema) +
             option("env", flags.environment) + option("env-file", flags.env_file);
  for (const auto& [name, value] : invocation.variables) command += fmt::format(" --set {}=…", name);
  for (const std::string& secret : flags.secrets) command += " --set-secret " + in_shell(secret);
  if (invocation.to) command += " --to " + invocation.to->digits();
  if (invocation.steps) command += fmt::format(" --steps {}", *invocation.steps);
  if (invocation.all) command += " --all";
  if (invocation.out_of_order) command += " --out-of-order";
  return command + " --dry-run";
}

Clean question_about(const Context& context, const RunReport& report, const std::vector<DataLoss>& losses,
                     const std::string& answer) {
  std::vector<std::string> steps;
  for (const Step& step : report.plan.steps) steps.push_back(step.name);
  return clean("This will undo, in {}:\n{}{}Type {} to continue: ", text_of(*report.target),
               losses_text(steps, losses, kMostShown, dry_run_of(context.invocation)),
               losses.empty() ? Clean() : clean("{}\n", kLostForGood), answer);
}

Error needs_yes(const Context& context, const Target& target, const std::string& why,
                const std::string& losses = {}) {
  return Error(ErrorKind::refused,
               fmt::format("\"runner down\" {} needs --yes when there is no terminal", why))
      .detail(fmt::format("{}It would run in {}.", losses, text_of(target).text()))
      .hint(fmt::format("Check \"{}\" first, then add --yes.", dry_run_of(context.invocation)));
}

// Lists only the steps that lose data.
Error needs_yes_to_lose(const Context& context, const Target& target, const std::vector<DataLoss>& losses) {
  std::vector<std::string> steps;
  for (const DataLoss& loss : losses) {
    if (steps.empty() || steps.back() != loss.step) steps.push_back(loss.step);
  }
  const Clean list = losses_text(steps, losses, kMostShown, dry_run_of(context.invocation));
  return needs_yes(context, target, "would lose data, and", fmt::format("{}{}\n", list.text(), kLostForGood));
}

void ask(const Context& context, const RunReport& report, const std::vector<DataLoss>& losses) {
  const std::string answer = losses.empty() ? "yes" : number_to_type(report.plan);
  if (context.ask(question_about(context, report, losses, answer), answer)) return;
  context.interrupt.check();
  throw Error(ErrorKind::refused, fmt::format("nothing was undone: the answer was not \"{}\"", answer));
}

}  // namespace

void require_consent(const Context& context, const RunReport& report, const std::vector<DataLoss>& losses) {
  if (context.invocation.yes) {
    for (const DataLoss& loss : losses)
      context.reporter.remark(
          {.rule = "data-loss", .message = fmt::format("{} {}", loss.step, text_of(loss).text())});
    return;
  }
  if (context.ask) return ask(context, report, losses);
  if (!losses.empty()) throw needs_yes_to_lose(context, *report.target, losses);
  if (is_production(report.target->environment)) throw needs_yes(context, *report.target, "in production");
}

bool is_production(const std::string& environment) {
  const std::string name = lower_case(environment);
  return name == "production" || name == "prod";
}

}  // namespace runner
