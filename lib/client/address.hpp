#pragma once

#include <string>
#include <utility>
#include <vector>

#include "source/settings.hpp"

namespace runner {

/// The parameters that libpq connects with. Only libpq gets the password.
struct ConnectionParameters {
  std::vector<std::pair<std::string, std::string>> keywords;

  [[nodiscard]] std::string value_of(std::string_view keyword) const;
  /// "user@host:port/database", or "service NAME": the only form that messages may show.
  [[nodiscard]] std::string shown() const;
};

/// Parses the URL or connection string, and fills in libpq's defaults from the environment. Throws
/// Error(usage) when the string is malformed, without repeating any of it.
[[nodiscard]] ConnectionParameters parse_address(const DatabaseAddress& address,
                                                 const std::string& application);

}  // namespace runner
