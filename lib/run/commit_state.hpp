#pragma once

#include <cstddef>

#include "error.hpp"

namespace runner {

/// What a lost connection leaves in doubt.
enum class Doubt {
  none,
  at_commit,    ///< whether a COMMIT that was sent took effect
  before_disk,  ///< whether the server kept a commit that it had answered before it was on disk
};

/// What the client knows about the COMMITs of a run.
class CommitState {
 public:
  /// A COMMIT was sent.
  void sent() noexcept { ++on_their_way_; }
  /// Whether the server answers the next COMMIT before it is on disk.
  void next_answers_early(bool early) noexcept { answers_early_ = early; }
  /// The server answered the next COMMIT.
  void answered() noexcept { --on_their_way_; }
  /// That answer was COMMIT. A COMMIT that waits for the disk also waits for all COMMITs before it.
  void succeeded() noexcept { not_yet_on_disk_ = answers_early_; }
  /// No more answers come, because of this error. Returns what is in doubt.
  Doubt break_off(const Error& error, bool connection_alive) noexcept;

  [[nodiscard]] bool on_their_way() const noexcept { return on_their_way_ > 0; }
  /// Whether something committed is not yet on disk.
  [[nodiscard]] bool not_yet_on_disk() const noexcept { return not_yet_on_disk_; }
  [[nodiscard]] Doubt doubt() const noexcept { return doubt_; }

 private:
  std::size_t on_their_way_ = 0;
  bool answers_early_ = false;
  bool not_yet_on_disk_ = false;
  Doubt doubt_ = Doubt::none;
};

}  // namespace runner
