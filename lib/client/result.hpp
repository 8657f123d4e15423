#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handles.hpp"
#include "server_report.hpp"
#include "text/duration.hpp"

namespace runner {

/// The server's answer to a statement.
class Result {
 public:
  Result(ResultHandle handle, const PGconn* connection);

  [[nodiscard]] bool failed() const noexcept { return report_.has_value(); }
  /// Only for a failed result.
  [[nodiscard]] const ServerReport& report() const { return report_.value(); }
  /// Whether the server skipped the statement after an earlier failure.
  [[nodiscard]] bool skipped() const noexcept;
  [[nodiscard]] std::string command_tag() const;
  [[nodiscard]] int rows() const noexcept;
  /// A field as text; nothing for NULL. Throws Error(unreachable) when the answer has no such field.
  [[nodiscard]] std::optional<std::string> field(int row, int column) const;
  /// A field as text; empty for NULL.
  [[nodiscard]] std::string text(int row, int column) const { return field(row, column).value_or(""); }
  /// A column as texts; empty for NULL.
  [[nodiscard]] std::vector<std::string> texts(int column) const;
  /// A field as text that lives as long as the result; empty for NULL.
  [[nodiscard]] std::string_view view(int row, int column) const;
  /// A field that holds a number of this type; 0 for NULL. Throws Error(unreachable) for anything else.
  template <typename Number = std::int64_t>
  [[nodiscard]] Number number(int row, int column) const {
    Number value = 0;
    const std::string_view digits = view(row, column);
    const char* end = digits.data() + digits.size();
    const auto [last, error] = std::from_chars(digits.data(), end, value);
    if (!digits.empty() && (error != std::errc{} || last != end)) throw no_number(digits);
    return value;
  }
  /// A field that holds a number; nothing for NULL.
  template <typename Number = std::int64_t>
  [[nodiscard]] std::optional<Number> number_if_any(int row, int column) const {
    return field(row, column) ? std::optional(number<Number>(row, column)) : std::nullopt;
  }
  /// An index below size, from a field that counts from first. Throws Error(unreachable) when out of range.
  [[nodiscard]] std::size_t index(int row, int column, std::size_t size, std::size_t first = 0) const;
  /// A field that counts milliseconds; nothing for NULL.
  [[nodiscard]] std::optional<Milliseconds> milliseconds(int row, int column) const;

 private:
  void require_field(int row, int column) const;
  [[nodiscard]] static Error no_number(std::string_view text);

  ResultHandle handle_;
  std::optional<ServerReport> report_;
};

}  // namespace runner
