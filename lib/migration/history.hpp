#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "text/checksum.hpp"
#include "text/duration.hpp"
#include "version.hpp"

namespace runner {

enum class Action { up, down, seed };

[[nodiscard]] const char* name_of(Action action) noexcept;

/// One row of migration_history, with what migration_log records about it.
struct HistoryEntry {
  Version version;
  std::string name;                  ///< number and name, without suffix; runner matches files by it
  std::string recorded_name;         ///< as the row spells it
  std::string applied_at;            ///< as the server writes it
  std::optional<Checksum> checksum;  ///< nothing: unknown, which is not the same as changed
  std::string applied_by;            ///< role and host; empty when the log does not have them
  std::optional<Milliseconds> took;
  std::optional<Checksum> stored_down;  ///< of the down script stored when it was applied
};

/// A script without a transaction that stopped in the middle.
struct HalfDone {
  Version version;
  std::string name;
  Action action = Action::up;
  std::size_t done = 0;  ///< statements that are certain to have run
  std::size_t statement_count = 0;
  std::optional<Checksum> prefix;  ///< of the statements done, to detect edits to them
  std::string error;               ///< what stopped it; empty when runner ended before it could record it
};

/// How the table spells names: "001_a.sql" or "001_a".
enum class Spelling { with_suffix, without_suffix };

struct History {
  std::vector<HistoryEntry> entries;    ///< sorted by version
  std::vector<std::string> unnumbered;  ///< rows without a number in the name, which no file can match
  std::vector<HalfDone> half_done;
  Spelling spelling = Spelling::with_suffix;
};

/// Returns the text stored in the database under a checksum, or nothing when there is none.
using StoredText = std::function<std::optional<std::string>(const Checksum&)>;

/// What seed_history records about one seed.
struct SeedEntry {
  std::string name;
  std::string environment;
  Checksum checksum;
};

}  // namespace runner
