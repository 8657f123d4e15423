#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/table_trust.hpp"
#include "error.hpp"

namespace runner {

/// A column of a table that exists.
struct TableColumn {
  std::string name;
  std::string type;          ///< as the server names it
  bool needs_value = false;  ///< not nullable, and nothing fills it in by itself
};

/// A column that a later version of runner has added to one of its tables.
struct LaterColumn {
  std::string_view name;
  std::string_view type;
  std::string_view fallback = "";  ///< its default, for new rows only
};

/// Throws Error(refused) for a table that runner cannot work with, with the difference and the exact ALTER
/// TABLE that helps. Columns that are not runner's are no matter, as long as they need no value.
void require_shape(OwnTable table, const std::string& qualified, const std::vector<TableColumn>& columns);

/// What it lacks of the columns that runner can do without when it reads.
[[nodiscard]] std::vector<LaterColumn> lacking_columns(OwnTable table,
                                                       const std::vector<TableColumn>& columns);

/// What adds them.
[[nodiscard]] std::string addition_of(const std::string& qualified, const std::vector<LaterColumn>& lacking);

}  // namespace runner
