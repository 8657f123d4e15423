#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "version.hpp"

namespace runner {

enum class Direction { up, down };

/// The parts of a migration file's name.
struct FileName {
  Version version;
  std::size_t width = 0;  ///< number of digits, as written
  std::string name;       ///< number and name: "001_consolidated_schema"
  Direction direction = Direction::up;

  bool operator==(const FileName&) const = default;
};

/// The kind of a file in the migrations folder, by its name.
enum class FileKind {
  migration,
  not_sql,             ///< runner ignores it without a message
  without_number,      ///< an .sql file that would never run
  bad_number,          ///< digits without "_" or "-" after them
  looks_like_rollback  ///< "_down.sql" and the like: must never run as an up
};

[[nodiscard]] FileKind kind_of_file(std::string_view file_name);

/// Parses the name of a file of kind migration. Returns nothing for any other kind.
[[nodiscard]] std::optional<FileName> parse_file_name(std::string_view file_name);

/// Parses the name of any .sql file with a number, even of one that cannot be a migration.
[[nodiscard]] std::optional<FileName> parse_numbered_name(std::string_view file_name);

/// The name without ".sql", ".up.sql" or ".down.sql". Runner matches history rows and files by it.
[[nodiscard]] std::string_view without_suffix(std::string_view file_name);

}  // namespace runner
