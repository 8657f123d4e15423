#include "backend.hpp"

#include <fmt/format.h>

#include <string_view>

#include "error.hpp"

namespace runner {

Backend::Backend(PGconn* connection) : connection_(connection), pid_(PQbackendPID(connection)) {}

int Backend::server_version() const noexcept { return PQserverVersion(connection_); }

bool Backend::writes_iso_dates() const noexcept {
  const char* style = PQparameterStatus(connection_, "DateStyle");
  return style != nullptr && std::string_view(style).starts_with("ISO");
}

std::string Backend::quoted(const std::string& identifier) const {
  const MemoryHandle text(PQescapeIdentifier(connection_, identifier.data(), identifier.size()));
  if (text) return text.get();
  throw Error(ErrorKind::usage, fmt::format("\"{}\" cannot be a name in SQL", identifier));
}

}  // namespace runner
