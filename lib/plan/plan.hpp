#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "finding.hpp"
#include "migration/state.hpp"

namespace runner {

enum class Origin { file, stored };

/// One script to run, and what runner records about it.
struct Step {
  Action action = Action::up;
  std::optional<Version> version = {};  ///< nothing for a seed
  std::string name;                     ///< "0043_split_orders", or "development/001_patients" for a seed
  std::string recorded_name;            ///< the name in migration_history or seed_history
  std::string environment;              ///< of a seed; empty for every environment
  Script script;
  Origin origin = Origin::file;
  std::optional<Script> rollback;   ///< of an up: the down script to keep in the database
  std::size_t first_statement = 1;  ///< above 1 when a half-done script is resumed
  bool resumed = false;             ///< an earlier run left it half done
};

struct Plan {
  std::vector<Step> steps;
  Findings findings;  ///< what the operator should know but need not decide
};

struct UpRequest {
  std::optional<Version> to;
  std::optional<std::size_t> steps;
  bool out_of_order = false;
};

struct DownRequest {
  std::size_t steps = 1;
  std::optional<Version> to;  ///< undo everything above this version
  bool all = false;
  bool out_of_order = false;
  Variables secrets = {};  ///< for stored scripts that need them
};

/// Steps that bring the database to the newest migration on disk, oldest first. Throws
/// Error(refused) when the history holds something that the disk does not explain, and
/// Error(usage) for a target that does not exist.
[[nodiscard]] Plan plan_up(std::span<const Migration> migrations, const History& history,
                           const UpRequest& request, const StoredText& stored);

/// Steps that undo the newest applied migrations, newest first. Throws Error(refused) when one of them
/// cannot be undone: runner then undoes none of them.
[[nodiscard]] Plan plan_down(std::span<const Migration> migrations, const History& history,
                             const DownRequest& request, const StoredText& stored);

/// Seeds that are new or changed, or all of them with force, in the order given.
[[nodiscard]] Plan plan_seed(std::span<const Seed> seeds, std::span<const SeedEntry> history, bool force);

}  // namespace runner
