#include "waiting.hpp"

#include <fmt/format.h>

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

std::string clock_text(Milliseconds duration) {
  const auto seconds = duration.count() / 1000;
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string blocked_by(const Blockage& blockage) {
  std::string text = fmt::format("It waited for {}.", blockage.wanted);
  const std::size_t count = blockage.blockers.size();
  for (std::size_t i = 0; i < count && i < kBlockersNamed; ++i)
    text += "\n" + sentence_about(blockage.blockers[i]);
  if (count > kBlockersNamed) text += fmt::format("\nBlocked by {} more.", count - kBlockersNamed);
  return text;
}

std::string ending_of(const Blockage& blockage) {
  if (blockage.blockers.empty() || blockage.blockers.front().pid == 0) return {};
  return fmt::format("select pg_terminate_backend({});", blockage.blockers.front().pid);
}

}  // namespace runner
