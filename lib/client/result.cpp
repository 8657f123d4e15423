#include "result.hpp"

#include <fmt/format.h>

#include <utility>

#include "sql/statement.hpp"

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

bool Result::skipped() const noexcept { return PQresultStatus(handle_.get()) == PGRES_PIPELINE_ABORTED; }

std::string Result::command_tag() const { return PQcmdStatus(handle_.get()); }

int Result::rows() const noexcept { return PQntuples(handle_.get()); }

std::optional<std::string> Result::field(int row, int column) const {
  require_field(row, column);
  if (PQgetisnull(handle_.get(), row, column) != 0) return std::nullopt;
  return std::string(PQgetvalue(handle_.get(), row, column),
                     static_cast<std::size_t>(PQgetlength(handle_.get(), row, column)));
}

std::vector<std::string> Result::texts(int column) const {
  std::vector<std::string> values;
  for (int row = 0; row < rows(); ++row) values.push_back(text(row, column));
  return values;
}

std::string_view Result::view(int row, int column) const {
  require_field(row, column);
  return {PQgetvalue(handle_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(handle_.get(), row, column))};
}

std::optional<Milliseconds> Result::milliseconds(int row, int column) const {
  const auto count = number_if_any(row, column);
  return count ? std::optional(Milliseconds{*count}) : std::nullopt;
}

std::size_t Result::index(int row, int column, std::size_t size, std::size_t first) const {
  const auto number = this->number<std::size_t>(row, column);
  if (number < first || number - first >= size) throw no_number(view(row, column));
  return number - first;
}

void Result::require_field(int row, int column) const {
  if (row < PQntuples(handle_.get()) && column < PQnfields(handle_.get())) return;
  throw Error(ErrorKind::unreachable, kNotUnderstood)
      .detail("It has fewer fields than runner asked for.")
      .hint(kIsItPostgres);
}

Error Result::no_number(std::string_view text) {
  return Error(ErrorKind::unreachable, kNotUnderstood)
      .detail(fmt::format("It holds \"{}\" instead of a number.", summary_of(text)))
      .hint(kIsItPostgres);
}

}  // namespace runner
