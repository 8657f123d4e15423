#pragma once

#include <string>
#include <vector>

#include "process.hpp"

namespace runner::test {

/// The variables with which libpq, and so psql and pg_dump, connects to a database of the test server as the
/// superuser.
[[nodiscard]] EnvironmentOverrides libpq_variables(const std::string& database);

/// The variables as lines of an .env file.
[[nodiscard]] std::string as_env_file(const EnvironmentOverrides& variables);

/// What pg_dump prints for a database, without the lines that differ between dumps.
[[nodiscard]] std::string dump_of(const std::string& database, const std::vector<std::string>& options);

}  // namespace runner::test
