#include "commit_state.hpp"

#include "sqlstate.hpp"

namespace runner {
namespace {

// The server executes what was sent even after the connection is lost, unless it said that it stopped.
// Neither a pooler's message about a lost server nor the last message of a crashing server says that.
bool server_has_stopped(const Error& error) {
  const std::string& code = error.sqlstate();
  return !code.empty() && !code.starts_with(kConnectionExceptions) && code != kServerCrashed;
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
