#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan.hpp"
#include "script/losses.hpp"

namespace runner {

/// What a step would take away, as its script says it.
struct PlannedLoss {
  std::string step;
  Loss loss;
};

/// What a step would take away, as the database has it.
struct DataLoss {
  std::string step;
  LossKind kind = LossKind::table;    ///< of a table, a column, a database, or unseen
  std::string object;                 ///< with its schema, as SQL spells it
  std::optional<std::uint64_t> rows;  ///< or values of a column; nothing when unknown
  bool estimated = false;

  bool operator==(const DataLoss&) const = default;
};

/// What the steps name, in the order of the run.
[[nodiscard]] std::vector<PlannedLoss> losses_of(const Plan& plan);

/// What is done, in JSON: "drop_table", "delete", …
[[nodiscard]] const char* name_of(LossKind kind) noexcept;

}  // namespace runner
