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
  std::size_t width = 0;  ///< digits of the number, as written
  std::string name;       ///< number and name: "001_consolidated_schema"
  std::string file_name;  ///< of the up script, as it stands on disk
  Script up;
  std::optional<Script> down;  ///< without it the migration is irreversible
  std::vector<Error> errors;   ///< why its files cannot be used; its scripts may be unread then
};

/// A seed for every environment, or for one.
struct Seed {
  std::string name;         ///< "001_medications"
  std::string environment;  ///< empty: for every environment
  Script script;
};

/// The path of the file with this name.
using PathOf = std::function<std::string(std::string_view file_name)>;

/// Pairs files by the versions in their names into migrations, ordered by version. Their scripts have a
/// path and are yet to be read. A file whose name has a number but fits no pair is a migration of its own,
/// with the error: a second up, a down without an up, a rollback look-alike. Other names are passed over.
[[nodiscard]] std::vector<Migration> pair_files(std::span<const std::string_view> file_names,
                                                const PathOf& path_of);

/// Throws Error(source) when one script of a pair, now read, contradicts the other.
void require_consistent(const Migration& migration);

/// The first of all errors, with the others; nothing when all files can be used.
[[nodiscard]] std::optional<Error> errors_in(std::span<const Migration> migrations);

/// Pairs whose halves go by different names; the run pairs them by version all the same.
[[nodiscard]] std::optional<Finding> note_on_names(std::span<const Migration> migrations);

}  // namespace runner
