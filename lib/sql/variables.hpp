#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"

namespace runner {

/// The value of a variable.
struct Variable {
  Variable() = default;
  // Not explicit, so that callers can write a list of variables with plain values.
  Variable(std::string text, bool is_secret = false)  // NOLINT(google-explicit-constructor)
      : value(std::move(text)), secret(is_secret) {}
  Variable(const char* text) : value(text) {}  // NOLINT(google-explicit-constructor)

  std::string value;
  bool secret = false;  ///< given by --set-secret, or built from such a value: never stored, never shown
};

/// The variables that \set, --set and --set-secret define, used as :name, :'name' and :"name".
using Variables = std::map<std::string, Variable, std::less<>>;
using VariableNames = std::set<std::string, std::less<>>;

/// Limit in bytes for the values of all variables of a script, and for those in one statement or command.
constexpr std::size_t kMostOfValues = std::size_t{16} << 20;

/// The error for longer values, without a place.
[[nodiscard]] Error values_too_long();

/// Length of the start of the text that can be a variable's name: letters, digits and "_".
[[nodiscard]] std::size_t length_of_variable_name(std::string_view text) noexcept;
[[nodiscard]] bool is_variable_name(std::string_view name) noexcept;
/// Throws an error of this kind when no variable can have this name.
void require_variable_name(std::string_view name, ErrorKind kind);

/// Length of the ":{?name}" at the start of the text, which asks whether a variable is defined. 0 when there
/// is none.
[[nodiscard]] std::size_t length_of_question(std::string_view text) noexcept;

/// The value of a single :name, :'name', :"name" or :{?name} in a psql command. Fills in no variables within
/// the value. Returns the text itself when the variable is not defined. Adds its name to "used".
[[nodiscard]] std::string value_of_reference(std::string_view text, const Variables& variables,
                                             VariableNames& used);

[[nodiscard]] bool is_secret(std::string_view name, const Variables& variables);
/// Whether any of these variables is secret.
[[nodiscard]] bool any_secret(const VariableNames& names, const Variables& variables);

/// SQL with its variables filled in, and a map from its offsets to the text as written.
class FilledIn {
 public:
  /// Fills in every defined variable as psql does: never in quotes, never after "::", and also within the
  /// value of an unquoted :name. A ":{?name}" becomes TRUE or FALSE. Throws Error(source) without a place if
  /// values would make the SQL grow without end.
  FilledIn(std::string_view text, const Variables& variables);

  [[nodiscard]] const std::string& sql() const noexcept { return sql_; }
  [[nodiscard]] bool changed() const noexcept { return !anchors_.empty(); }
  /// The variables that were filled in.
  [[nodiscard]] const VariableNames& used() const noexcept { return used_; }
  /// The offset in the text as written that this offset in the SQL comes from.
  [[nodiscard]] std::size_t offset_in_text(std::size_t offset_in_sql) const;

 private:
  class Values;

  struct Anchor {
    std::size_t in_sql;        // where the value begins
    std::size_t behind_value;  // and where it ends
    std::size_t in_text;       // where the variable begins
    std::size_t behind_name;   // and where it ends
  };

  FilledIn(std::string_view text, Values& values);

  void replace(std::string_view written, const std::string& value, std::size_t in_text);

  std::string sql_;
  VariableNames used_;
  std::vector<Anchor> anchors_;
};

}  // namespace runner
