#pragma once

#include <cstddef>
#include <vector>

#include "error.hpp"
#include "terminal/style.hpp"

namespace runner {

/// More errors would hide the first.
constexpr std::size_t kMostErrorsShown = 20;

/// The error and those found with it, at most kMostErrorsShown in all.
[[nodiscard]] std::vector<Error> shown_errors(const Error& error);

/// The errors for a person: place, message, the line with a caret, SQLSTATE, detail, hint and context of
/// each. Omits a hint that equals an earlier one. Ends with a line end.
[[nodiscard]] Clean error_text(const Error& error, const Style& style);

/// The errors as annotations, which GitHub Actions shows beside the files.
[[nodiscard]] Clean github_annotation(const Error& error);

}  // namespace runner
