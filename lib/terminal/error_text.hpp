#pragma once

#include <string>

#include "error.hpp"
#include "style.hpp"

namespace runner {

/// The error as a person reads it: place, message, the line with a caret, SQLSTATE, detail, hint
/// and context. Ends with a line end.
[[nodiscard]] std::string error_text(const Error& error, const Style& style);

/// The error as GitHub Actions shows it beside the file.
[[nodiscard]] std::string github_annotation(const Error& error);

}  // namespace runner
