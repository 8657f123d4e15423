#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "version.hpp"

namespace runner {

enum class Direction { up, down };

/// What the name of a migration file says.
struct FileName {
  Version version;
  std::size_t width = 0;  ///< how many digits the number is written with
  std::string name;       ///< number and name: "001_consolidated_schema"
  Direction direction = Direction::up;

  bool operator==(const FileName&) const = default;
};

/// What kind of file a name in the migrations folder belongs to.
enum class FileKind {
  migration,
  not_sql,             ///< none of ours: passed over in silence
  without_number,      ///< an .sql file that would never run
  bad_number,          ///< digits without "_" or "-" after them
  looks_like_rollback  ///< "_down.sql" and the like: must never run as an up
};

[[nodiscard]] FileKind kind_of_file(std::string_view file_name);

/// Reads the name of a file of kind migration; nothing for any other.
[[nodiscard]] std::optional<FileName> parse_file_name(std::string_view file_name);

/// Reads the name of any .sql file with a number, also of one that cannot be a migration.
[[nodiscard]] std::optional<FileName> parse_numbered_name(std::string_view file_name);

/// The name without ".sql", ".up.sql" or ".down.sql": how history rows and files are matched.
[[nodiscard]] std::string_view without_suffix(std::string_view file_name);

}  // namespace runner
