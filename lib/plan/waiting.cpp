#include "waiting.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner {
namespace {

std::string sentence_about(const Blocker& blocker) {
  if (blocker.pid == 0) return "Blocked by a prepared transaction: see pg_prepared_xacts.";
  std::string text = fmt::format("Blocked by pid {}", blocker.pid);
  if (!blocker.application.empty()) text += fmt::format(", \"{}\"", blocker.application);
  if (!blocker.user.empty()) text += fmt::format(", user {}", blocker.user);
  if (!blocker.state.empty()) text += ", " + blocker.state;
  if (blocker.in_state) text += " for " + clock_text(*blocker.in_state);
  return text + (blocker.query.empty() ? "." : ": " + blocker.query);
}

}  // namespace

std::span<const Blocker> Blockage::named() const {
  constexpr std::size_t kNamed = 3;
  return std::span(blockers).first(std::min(blockers.size(), kNamed));
}

std::string clock_text(Milliseconds duration) {
  const auto seconds = duration.count() / 1000;
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string blocked_by(const Blockage& blockage) {
  std::string text = fmt::format("It waited for {}.", blockage.wanted);
  for (const Blocker& blocker : blockage.named()) text += "\n" + sentence_about(blocker);
  if (blockage.unnamed() > 0) text += fmt::format("\nBlocked by {} more.", blockage.unnamed());
  return text;
}

std::string ending_of(const Blockage& blockage) {
  if (blockage.blockers.empty() || blockage.blockers.front().pid == 0) return {};
  return fmt::format("select pg_terminate_backend({});", blockage.blockers.front().pid);
}

}  // namespace runner
