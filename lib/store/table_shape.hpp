#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/table_trust.hpp"
#include "error.hpp"

namespace runner {

/// A column of an existing table.
struct TableColumn {
  std::string name;
  std::string type;          ///< as the server names it
  bool needs_value = false;  ///< not nullable, without a default or an identity
};

/// A column that a later version of runner added to one of its tables.
struct LaterColumn {
  std::string_view name;
  std::string_view type;
  std::string_view fallback = "";  ///< its default, for new rows only
};

/// Throws Error(refused), with the differences and the exact ALTER TABLE that fixes them, for a table that
/// runner cannot work with. Accepts columns that are not runner's if they need no value.
void require_shape(OwnTable table, const std::string& qualified, const std::vector<TableColumn>& columns);

/// The missing columns that runner does not need for reading.
[[nodiscard]] std::vector<LaterColumn> lacking_columns(OwnTable table,
                                                       const std::vector<TableColumn>& columns);

/// The ALTER TABLE that adds these columns.
[[nodiscard]] std::string addition_of(const std::string& qualified, const std::vector<LaterColumn>& lacking);

}  // namespace runner
