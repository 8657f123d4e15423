#pragma once

#include <optional>
#include <string>
#include <vector>

#include "error.hpp"

namespace runner {

enum class Severity {
  note,   ///< for information: stops nothing
  error,  ///< nothing may run
};

/// A problem or remark that runner found in the files, the plan or the database. Its texts are written like
/// those of Error. docs/production.md lists the rules that users see.
struct Finding {
  std::string rule;  ///< its stable name: "database-ahead"
  Severity severity = Severity::note;
  std::optional<Place> place = {};  ///< the first place when there are several
  std::string message;
  std::string detail = {};
  std::string hint = {};
  ErrorKind kind = ErrorKind::refused;  ///< the kind of the error when the finding stops a run

  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// The error to throw for a finding of severity error.
[[nodiscard]] Error error_of(const Finding& finding);

/// The severity's stable name in JSON.
[[nodiscard]] const char* name_of(Severity severity) noexcept;

}  // namespace runner
