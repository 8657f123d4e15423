#pragma once

#include "client/server_report.hpp"
#include "script/script.hpp"

namespace runner {

/// The error for a failed part of a script, with its place in the file: the character that the server points
/// at, the row of a COPY, the line of a DO body, or otherwise the start of the statement.
[[nodiscard]] Error to_error(const ServerReport& report, const ScriptStatement& item);

}  // namespace runner
