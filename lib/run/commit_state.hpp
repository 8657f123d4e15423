#pragma once

#include <cstddef>

#include "error.hpp"

namespace runner {

/// What a lost connection leaves in doubt.
enum class Doubt {
  none,
  at_commit,    ///< whether a COMMIT that was on its way has taken effect
  before_disk,  ///< whether the server has kept what it committed before that was on disk
};

/// What the client knows of the COMMITs of a run.
class CommitState {
 public:
  /// One is on its way.
  void sent() noexcept { ++on_their_way_; }
  /// Whether the COMMIT that is answered next answers before it is on disk.
  void next_answers_early(bool early) noexcept { answers_early_ = early; }
  /// The server has answered the next one.
  void answered() noexcept { --on_their_way_; }
  /// Its answer was COMMIT. One that waits for the disk waits for all before it, too.
  void succeeded() noexcept { not_yet_on_disk_ = answers_early_; }
  /// No more answers come, because of this error. Returns what is in doubt then.
  Doubt break_off(const Error& error, bool connection_alive) noexcept;

  [[nodiscard]] bool on_their_way() const noexcept { return on_their_way_ > 0; }
  /// Of what is committed.
  [[nodiscard]] bool not_yet_on_disk() const noexcept { return not_yet_on_disk_; }
  [[nodiscard]] Doubt doubt() const noexcept { return doubt_; }

 private:
  std::size_t on_their_way_ = 0;
  bool answers_early_ = false;
  bool not_yet_on_disk_ = false;
  Doubt doubt_ = Doubt::none;
};

}  // namespace runner
