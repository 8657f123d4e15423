#pragma once

#include <string>
#include <vector>

#include "catalog/server_facts.hpp"
#include "client/connection.hpp"

namespace runner {

/// The ordinary tables in the schemas that the session searches, and in the one of runner's tables: neither
/// runner's own nor those of an extension. Sorted, and as SQL names them.
[[nodiscard]] std::vector<std::string> other_tables(Connection& connection, const ServerFacts& facts);

}  // namespace runner
