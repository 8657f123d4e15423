#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "file_name.hpp"
#include "sql/script.hpp"

namespace runner {

/// A versioned, named pair of scripts.
struct Migration {
  Version version;
  std::size_t width = 0;  ///< digits of the number, as written
  std::string name;       ///< number and name: "001_consolidated_schema"
  std::string file_name;  ///< of the up script, as it stands on disk
  Script up;
  std::optional<Script> down;  ///< without it the migration is irreversible
};

/// A seed for every environment, or for one.
struct Seed {
  std::string name;         ///< "001_medications"
  std::string environment;  ///< empty: for every environment
  Script script;
};

/// A checked file, before files are paired.
struct MigrationFile {
  std::string file_name;
  Script script;
};

/// Pairs files by version into migrations, ordered by version. Throws Error(source) for two files
/// of one version and direction, and for a down without an up.
[[nodiscard]] std::vector<Migration> pair_files(std::vector<MigrationFile> files);

/// Pairs whose halves go by different names; the run pairs them by version all the same.
[[nodiscard]] std::vector<std::string> pair_warnings(std::span<const Migration> migrations);

}  // namespace runner
