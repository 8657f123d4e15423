#pragma once

#include <map>
#include <string>
#include <string_view>

namespace runner {

/// What the environment of a process or a .env file sets. Those of scripts are Variables.
using EnvironmentVariables = std::map<std::string, std::string, std::less<>>;

/// Reads a .env file as people write them: "export", quotes, spaces around "=", comments, CRLF.
/// Double quotes know \n, \t, \" and \\; single quotes take everything as it is; nothing is
/// expanded. Throws Error(source) with the line, never showing it: it may hold a password.
[[nodiscard]] EnvironmentVariables parse_dotenv(const std::string& path, std::string_view text);

}  // namespace runner
