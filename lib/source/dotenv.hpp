#pragma once

#include <map>
#include <string>
#include <string_view>

namespace runner {

/// Environment variables of a process or of a .env file. The type Variables holds those of scripts.
using EnvironmentVariables = std::map<std::string, std::string, std::less<>>;

/// Reads a .env file in its usual forms: "export", quotes, spaces around "=", comments, CRLF.
/// Double quotes allow \n, \t, \" and \\. Single quotes keep everything as written. Nothing is
/// expanded. Throws Error(source) with the line's number, never its text: it may hold a password.
[[nodiscard]] EnvironmentVariables parse_dotenv(const std::string& path, std::string_view text);

}  // namespace runner
