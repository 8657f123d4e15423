#pragma once

#include <string>

#include "connection.hpp"
#include "text/text.hpp"

namespace runner {

/// Runs a COPY … FROM STDIN and sends these rows; a failure is in the result. Throws Error(source) when their
/// file was changed.
Result copy_rows(Connection& connection, const std::string& sql, const Text& rows);

}  // namespace runner
