#include "script_error.hpp"

#include <fmt/format.h>

namespace runner {
namespace {

// The number in a context line like "COPY t, line 3, column c: …".
std::optional<std::size_t> number_after(std::string_view context, std::string_view start,
                                        std::string_view words) {
  const std::size_t begin = context.find(start);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t found = context.find(words, begin);
  if (found == std::string_view::npos) return std::nullopt;
  return place_number(context.substr(found + words.size()));
}

// The server's own error is about the protocol message, not about the statement in the script.
std::optional<Error> no_such_parameter(const ServerReport& report, const ScriptStatement& item) {
  if (report.sqlstate != kProtocolViolation) return std::nullopt;
  const std::string_view parameter = parameter_in(item.sql());
  if (parameter.empty()) return std::nullopt;
  return Error(ErrorKind::failed, fmt::format("there is no parameter {}", parameter))
      .sqlstate(kParameterMissing)
      .at(item.place_in_sql(static_cast<std::size_t>(parameter.data() - item.sql().data())));
}

}  // namespace

Error to_error(const ServerReport& report, const ScriptStatement& item) {
  if (auto error = no_such_parameter(report, item)) return *error;
  Error error = to_error(report);
  if (report.position) return error.at(item.place_of_character(*report.position));
  if (item.rows) {
    if (const auto row = number_after(report.context, "COPY ", ", line "))
      return error.at(item.rows->place_of(*row));
  }
  if (const auto line = number_after(report.context, "inline_code_block", " line ")) {
    return error.at(item.place_in_body(*line));
  }
  return error.at(item.beginning());
}

}  // namespace runner
