#pragma once

#include <string>

#include "connection.hpp"
#include "text/text.hpp"

namespace runner {

/// Runs a COPY … FROM STDIN with these rows. Returns a failure in the result. Throws Error(source) when the
/// file of the rows has changed.
Result copy_rows(Connection& connection, const std::string& sql, const Text& rows);

}  // namespace runner
