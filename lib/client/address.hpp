#pragma once

#include <string>
#include <utility>
#include <vector>

#include "source/settings.hpp"

namespace runner {

/// What libpq is given to connect. The password leaves it only towards libpq.
struct ConnectionParameters {
  std::vector<std::pair<std::string, std::string>> keywords;

  [[nodiscard]] std::string value_of(std::string_view keyword) const;
  /// "user@host:port/database", or "service NAME": the one form that may be shown.
  [[nodiscard]] std::string shown() const;
};

/// Reads the URL or connection string, with libpq's defaults from the process's environment filled
/// in. Throws Error(usage) for one that cannot be read, without repeating any of it.
[[nodiscard]] ConnectionParameters parse_address(const DatabaseAddress& address,
                                                 const std::string& application);

}  // namespace runner
