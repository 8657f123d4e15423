#pragma once

#include <optional>
#include <string>
#include <vector>

#include "error.hpp"

namespace runner {

enum class Severity {
  note,   ///< to know: it stops nothing
  error,  ///< nothing may run
};

/// Something that was found in the files, the plan or the database. Messages, details and hints are written
/// as those of an error. docs/production.md lists the rules of what is shown.
struct Finding {
  std::string rule;  ///< its stable name: "database-ahead"
  Severity severity = Severity::note;
  std::optional<Place> place = {};  ///< the first of them, when it stands for several
  std::string message;
  std::string detail = {};
  std::string hint = {};
  ErrorKind kind = ErrorKind::refused;  ///< of the error that it stops a run with

  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// What to throw for a finding of severity error.
[[nodiscard]] Error error_of(const Finding& finding);

/// The severity's stable name in JSON.
[[nodiscard]] const char* name_of(Severity severity) noexcept;

}  // namespace runner
