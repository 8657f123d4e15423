#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "handles.hpp"
#include "server_report.hpp"
#include "sql/duration.hpp"

namespace runner {

/// What a statement answered.
class Result {
 public:
  Result(ResultHandle handle, const PGconn* connection);

  [[nodiscard]] bool failed() const noexcept { return report_.has_value(); }
  /// Only of a result that failed.
  [[nodiscard]] const ServerReport& report() const { return report_.value(); }
  [[nodiscard]] std::string command_tag() const;
  [[nodiscard]] int rows() const noexcept;
  /// A field as text; nothing for NULL.
  [[nodiscard]] std::optional<std::string> field(int row, int column) const;
  /// A field as text; empty for NULL.
  [[nodiscard]] std::string text(int row, int column) const { return field(row, column).value_or(""); }
  /// A field as text that lives as long as the result; empty for NULL.
  [[nodiscard]] std::string_view view(int row, int column) const;
  /// A field that holds a number; 0 for NULL.
  [[nodiscard]] std::int64_t number(int row, int column) const;
  /// A field that counts milliseconds; nothing for NULL.
  [[nodiscard]] std::optional<Milliseconds> milliseconds(int row, int column) const;

 private:
  ResultHandle handle_;
  std::optional<ServerReport> report_;
};

}  // namespace runner
