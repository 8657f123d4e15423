#include "commit_state.hpp"

#include "client/server_report.hpp"

namespace runner {
namespace {

// Whatever was sent is executed even so, unless the server said that it stopped. What a pooler says of a
// server that it lost is no word of the server, and neither are the last words of one that crashes.
bool server_has_stopped(const Error& error) {
  const std::string& code = error.sqlstate();
  return !code.empty() && !code.starts_with("08") && code != kServerCrashed;
}

}  // namespace

Doubt CommitState::break_off(const Error& error, bool connection_alive) noexcept {
  doubt_ = Doubt::none;
  if (!connection_alive && !server_has_stopped(error)) {
    if (on_their_way()) {
      doubt_ = Doubt::at_commit;
    } else if (not_yet_on_disk_) {
      doubt_ = Doubt::before_disk;
    }
  }
  if (doubt_ == Doubt::none) on_their_way_ = 0;
  return doubt_;
}

}  // namespace runner
