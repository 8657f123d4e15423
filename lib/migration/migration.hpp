#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "file_name.hpp"
#include "finding.hpp"
#include "script/script.hpp"

namespace runner {

/// A versioned, named pair of scripts.
struct Migration {
  Version version;
  std::size_t width = 0;  ///< number of digits, as written
  std::string name;       ///< number and name: "001_consolidated_schema"
  std::string file_name;  ///< of the up script, as on disk
  Script up;
  std::optional<Script> down;  ///< without it the migration is irreversible
  std::vector<Error> errors;   ///< why runner cannot use its files; its scripts may then be unread
};

/// A seed for every environment, or for one.
struct Seed {
  std::string name;         ///< "001_medications"
  std::string environment;  ///< empty: for every environment
  Script script;
};

/// The path of the file with this name.
using PathOf = std::function<std::string(std::string_view file_name)>;

/// Pairs files into migrations by the versions in their names, sorted by version. Each script has its path,
/// but is not read yet. A file with a number that fits no pair becomes a separate migration with an error: a
/// second up, a down without an up, a name that looks like a rollback. Ignores all other names.
[[nodiscard]] std::vector<Migration> pair_files(std::span<const std::string_view> file_names,
                                                const PathOf& path_of);

/// Throws Error(source) when the two scripts of a pair, both read, contradict each other.
void require_consistent(const Migration& migration);

/// The first error, with all others attached; nothing when all files can be used.
[[nodiscard]] std::optional<Error> errors_in(std::span<const Migration> migrations);

/// Reports pairs whose two files have different names. Runner still pairs them by version.
[[nodiscard]] std::optional<Finding> note_on_names(std::span<const Migration> migrations);

}  // namespace runner
