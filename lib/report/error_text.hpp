#pragma once

#include <cstddef>
#include <vector>

#include "error.hpp"
#include "terminal/style.hpp"

namespace runner {

/// More would hide the first.
constexpr std::size_t kMostErrorsShown = 20;

/// The error and those that were found with it, as many as are shown.
[[nodiscard]] std::vector<Error> shown_errors(const Error& error);

/// The errors as a person reads them: place, message, the line with a caret, SQLSTATE, detail, hint and
/// context of each; a hint that is equal to an earlier one is left out. Ends with a line end.
[[nodiscard]] Clean error_text(const Error& error, const Style& style);

/// The errors as GitHub Actions shows them beside the files.
[[nodiscard]] Clean github_annotation(const Error& error);

}  // namespace runner
