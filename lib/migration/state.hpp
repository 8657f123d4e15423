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
  missing,       ///< applied, but its file is gone while later files exist
  ahead,         ///< applied, and newer than the newest file
  out_of_order,  ///< pending, with a number below the newest applied one
  half_done,     ///< its script stopped in the middle
  unreadable,    ///< one of its files cannot be used, whether it is applied or not
};

/// Where the rollback of a migration would come from.
enum class Rollback {
  file,
  stored,
  empty,  ///< from a file without a statement: it would undo nothing
  none,
};

/// The state of one migration. Points into the migrations and the history that it was made from.
struct Standing {
  Version version;
  std::string name;
  State state = State::pending;
  const Migration* migration = nullptr;
  const HistoryEntry* entry = nullptr;
  const HalfDone* half_done = nullptr;

  [[nodiscard]] Rollback rollback() const noexcept;
  /// Whether its history row has no checksum to compare.
  [[nodiscard]] bool checksum_unknown() const noexcept { return entry != nullptr && !entry->checksum; }
};

/// The state of every migration on disk or in the history, sorted by version. Every plan starts from this.
[[nodiscard]] std::vector<Standing> standings_of(std::span<const Migration> migrations,
                                                 const History& history);

[[nodiscard]] bool is_pending(State state) noexcept;

/// Whether the down script has no statement although the up script has one.
[[nodiscard]] bool undoes_nothing(const Script& down, const Script& up);

/// The state in words, as tables and JSON show it.
[[nodiscard]] const char* name_of(State state) noexcept;
[[nodiscard]] const char* name_of(Rollback rollback) noexcept;

}  // namespace runner
