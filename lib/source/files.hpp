#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migration/migration.hpp"

namespace runner {

struct MigrationFolder {
  std::vector<Migration> migrations;  ///< sorted by version
  Findings findings;
};

/// Every migration of the folder, read and checked. One that cannot be used has its errors. Throws
/// Error(source) when there is no such folder.
[[nodiscard]] MigrationFolder read_migrations_with_errors(
    const std::string& folder, const Variables& variables, const Heed& heed = [] {});

/// The same for a run: throws Error(source) with every file that cannot be used.
[[nodiscard]] MigrationFolder read_migrations(
    const std::string& folder, const Variables& variables, const Heed& heed = [] {});

struct SeedFolder {
  std::vector<Seed> seeds;  ///< those for every environment, then those of the requested one
  Findings findings;
};

/// The seeds that run in this environment: the common ones, then those of its folder, if it has one.
/// Throws Error(source) with every file that cannot be used.
[[nodiscard]] SeedFolder read_seeds(
    const std::string& folder, const std::optional<std::string>& environment, const Variables& variables,
    const Heed& heed = [] {});

struct NewPair {
  std::string up_path;
  std::string down_path;
};

/// Writes the two files of a new migration. Throws Error(source) instead of overwriting a file.
[[nodiscard]] NewPair write_pair(const std::string& folder, const std::string& name);

/// The file names in the migrations folder, sorted; none when there is no such folder.
[[nodiscard]] std::vector<std::string> migration_file_names(const std::string& folder);

}  // namespace runner
