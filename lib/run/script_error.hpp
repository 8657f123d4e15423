#pragma once

#include "client/server_report.hpp"
#include "script/script.hpp"

namespace runner {

/// The failure of a part of a script, with the place where it is written: the character the server
/// points at, the row of a COPY, the line of a DO body, or else where the statement begins.
[[nodiscard]] Error to_error(const ServerReport& report, const ScriptStatement& item);

}  // namespace runner
