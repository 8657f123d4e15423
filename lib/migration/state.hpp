#pragma once

#include <span>
#include <vector>

#include "history.hpp"
#include "migration.hpp"

namespace runner {

enum class State {
  applied,
  pending,
  changed,       ///< applied, and its file was edited since
  missing,       ///< applied, its file is gone, though later files are there
  ahead,         ///< applied, and newer than the newest file
  out_of_order,  ///< pending, with a number below the newest applied one
  half_done,     ///< its statements ran only in part
  unreadable,    ///< a file of it cannot be used, be it applied or not
};

/// Where the rollback of a migration would come from.
enum class Rollback {
  file,
  stored,
  empty,  ///< from a file without a statement, which would undo nothing
  none,
};

/// How one migration stands. Points into the migrations and the history it was made from.
struct Standing {
  Version version;
  std::string name;
  State state = State::pending;
  const Migration* migration = nullptr;
  const HistoryEntry* entry = nullptr;
  const HalfDone* half_done = nullptr;

  [[nodiscard]] Rollback rollback() const noexcept;
  /// Recorded without a checksum that we can compare.
  [[nodiscard]] bool checksum_unknown() const noexcept { return entry != nullptr && !entry->checksum; }
};

/// How every migration on disk or in the history stands, by version. All plans start from this.
[[nodiscard]] std::vector<Standing> standings_of(std::span<const Migration> migrations,
                                                 const History& history);

[[nodiscard]] bool is_pending(State state) noexcept;

/// Whether a down script has no statement, though there is something to undo.
[[nodiscard]] bool undoes_nothing(const Script& down, const Script& up);

/// The state in words, as tables and JSON show it.
[[nodiscard]] const char* name_of(State state) noexcept;
[[nodiscard]] const char* name_of(Rollback rollback) noexcept;

}  // namespace runner
