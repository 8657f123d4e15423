#pragma once

#include <string>
#include <vector>

#include "process.hpp"

namespace runner::test {

/// The variables by which libpq, and so psql and pg_dump, finds a database of the server of the tests, as the
/// superuser.
[[nodiscard]] EnvironmentOverrides libpq_variables(const std::string& database);

/// As lines of an .env file.
[[nodiscard]] std::string as_env_file(const EnvironmentOverrides& variables);

/// What pg_dump says of a database, without the lines that differ from dump to dump.
[[nodiscard]] std::string dump_of(const std::string& database, const std::vector<std::string>& options);

}  // namespace runner::test
