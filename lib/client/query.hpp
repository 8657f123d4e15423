#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handles.hpp"

namespace runner {

using Parameter = std::optional<std::string>;

/// One statement with its parameters.
struct Query {
  std::string sql;
  std::vector<Parameter> parameters;
};

/// Sends a statement, or the one prepared under this name. False when libpq could not send it.
[[nodiscard]] bool send_query(PGconn* connection, const Query& query);
[[nodiscard]] bool send_prepared(PGconn* connection, const std::string& name,
                                 const std::vector<Parameter>& parameters);

}  // namespace runner
