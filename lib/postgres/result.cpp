#include "result.hpp"

#include <charconv>
#include <utility>

namespace runner {

Result::Result(ResultHandle handle, const PGconn* connection) : handle_(std::move(handle)) {
  switch (handle_ ? PQresultStatus(handle_.get()) : PGRES_FATAL_ERROR) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_SINGLE_TUPLE:
    case PGRES_EMPTY_QUERY: break;
    default: report_ = report_of(handle_.get(), connection);
  }
}

std::string Result::command_tag() const { return PQcmdStatus(handle_.get()); }

int Result::rows() const noexcept { return PQntuples(handle_.get()); }

std::optional<std::string> Result::field(int row, int column) const {
  if (PQgetisnull(handle_.get(), row, column) != 0) return std::nullopt;
  return std::string(PQgetvalue(handle_.get(), row, column),
                     static_cast<std::size_t>(PQgetlength(handle_.get(), row, column)));
}

std::string_view Result::view(int row, int column) const {
  return {PQgetvalue(handle_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(handle_.get(), row, column))};
}

std::int64_t Result::number(int row, int column) const {
  std::int64_t value = 0;
  const std::string_view digits = view(row, column);
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Milliseconds> Result::milliseconds(int row, int column) const {
  const auto text = field(row, column);
  return text ? std::optional(Milliseconds{std::stoll(*text)}) : std::nullopt;
}

}  // namespace runner
