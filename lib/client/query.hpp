#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handles.hpp"

namespace runner {

using Parameter = std::optional<std::string>;

/// One statement of our own with its parameters, ready to be sent.
struct Query {
  std::string sql;
  std::vector<Parameter> parameters;
};

/// Puts a statement on its way, or one that is prepared under this name. False when that was not possible.
[[nodiscard]] bool send_query(PGconn* connection, const Query& query);
[[nodiscard]] bool send_prepared(PGconn* connection, const std::string& name,
                                 const std::vector<Parameter>& parameters);

}  // namespace runner
