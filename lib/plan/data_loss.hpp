#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan.hpp"
#include "script/losses.hpp"

namespace runner {

/// A data loss that a step would cause, as its script states it.
struct PlannedLoss {
  std::string step;
  Loss loss;
};

/// A data loss that a step would cause, as the database has it.
struct DataLoss {
  std::string step;
  LossKind kind = LossKind::table;    ///< of a table, a column or a database, or unseen
  std::string object;                 ///< with its schema, as SQL spells it
  std::optional<std::uint64_t> rows;  ///< rows, or values of a column; nothing when unknown
  bool estimated = false;

  bool operator==(const DataLoss&) const = default;
};

/// The losses that the scripts of the steps state, in the order of the run.
[[nodiscard]] std::vector<PlannedLoss> losses_of(const Plan& plan);

/// The name of the operation in JSON: "drop_table", "delete", …
[[nodiscard]] const char* name_of(LossKind kind) noexcept;

}  // namespace runner
