#include "consent.hpp"

#include <fmt/format.h>

#include "error.hpp"
#include "sql/text.hpp"
#include "terminal/loss_text.hpp"

namespace runner {
namespace {

// More would push what is asked off the screen.
constexpr std::size_t kMostShown = 15;

// The oldest one, so that whoever types it has seen how far down it goes.
std::string number_to_type(const Plan& plan) {
  const std::string& name = plan.steps.back().name;
  return name.substr(0, name.find_first_not_of("0123456789"));
}

Clean question_about(const Plan& plan, const std::vector<DataLoss>& losses, const std::string& answer) {
  std::vector<std::string> steps;
  for (const Step& step : plan.steps) steps.push_back(step.name);
  return clean("This will undo:\n{}{}Type {} to go on: ", losses_text(steps, losses, kMostShown),
               losses.empty() ? Clean() : clean("{}\n", kLostForGood), answer);
}

Error needs_yes(const std::string& why) {
  return Error(ErrorKind::refused,
               fmt::format("\"runner down\" {} needs --yes when nobody can be asked", why))
      .hint("Look at \"runner down --dry-run\" first; then add --yes.");
}

// Only the steps that lose something.
Error needs_yes_to_lose(const std::vector<DataLoss>& losses) {
  std::vector<std::string> steps;
  for (const DataLoss& loss : losses) {
    if (steps.empty() || steps.back() != loss.step) steps.push_back(loss.step);
  }
  return needs_yes("would lose data, and").detail(losses_text(steps, losses, kMostShown).text() + kLostForGood);
}

void ask(const Context& context, const Plan& plan, const std::vector<DataLoss>& losses) {
  const std::string answer = losses.empty() ? "yes" : number_to_type(plan);
  if (context.ask(question_about(plan, losses, answer), answer)) return;
  context.interrupt.check();
  throw Error(ErrorKind::refused, fmt::format("nothing was undone: the answer was not \"{}\"", answer));
}

}  // namespace

void require_consent(const Context& context, const Plan& plan, const std::vector<DataLoss>& losses) {
  if (context.invocation.yes) {
    for (const DataLoss& loss : losses)
      context.reporter.remark(fmt::format("{} {}", loss.step, text_of(loss).text()));
    return;
  }
  if (context.ask) return ask(context, plan, losses);
  if (!losses.empty()) throw needs_yes_to_lose(losses);
  if (is_production(context.settings.environment.value_or(""))) throw needs_yes("in production");
}

bool is_production(const std::string& environment) {
  const std::string name = lower_case(environment);
  return name == "production" || name == "prod";
}

}  // namespace runner
