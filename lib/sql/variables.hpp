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

/// What a variable stands for.
struct Variable {
  Variable() = default;
  // Not explicit, so that a list of variables can be written with plain values.
  Variable(std::string text, bool is_secret = false)  // NOLINT(google-explicit-constructor)
      : value(std::move(text)), secret(is_secret) {}
  Variable(const char* text) : value(text) {}  // NOLINT(google-explicit-constructor)

  std::string value;
  bool secret = false;  ///< given by --set-secret, or made of such a one: never stored, never shown
};

/// What \set, --set and --set-secret define, for :name, :'name' and :"name".
using Variables = std::map<std::string, Variable, std::less<>>;
/// Names of variables.
using VariableNames = std::set<std::string, std::less<>>;

/// How many bytes the variables of a script may hold, and how many bytes of values one statement or command.
constexpr std::size_t kMostOfValues = std::size_t{16} << 20;

/// The error, without a place, where values are longer than that.
[[nodiscard]] Error values_too_long();

/// How much of the text, from its start, can be the name of a variable: letters, digits and "_".
[[nodiscard]] std::size_t length_of_variable_name(std::string_view text) noexcept;
[[nodiscard]] bool is_variable_name(std::string_view name) noexcept;
/// Throws an error of this kind when no script could ask for a variable of that name.
void require_variable_name(std::string_view name, ErrorKind kind);

/// Length of the ":{?name}" that the text begins with, which asks whether a variable is defined; 0
/// when it does not begin so.
[[nodiscard]] std::size_t length_of_question(std::string_view text) noexcept;

/// What a single :name, :'name', :"name" or :{?name} stands for, as it stands in a psql command: the value
/// as it is. The text itself when no such variable is defined. Adds its name to those that are used.
[[nodiscard]] std::string value_of_reference(std::string_view text, const Variables& variables,
                                             VariableNames& used);

[[nodiscard]] bool is_secret(std::string_view name, const Variables& variables);
/// Whether one of these has a value that is secret.
[[nodiscard]] bool any_secret(const VariableNames& names, const Variables& variables);

/// SQL with its variables filled in, and how its places map back to the text as written.
class FilledIn {
 public:
  /// Fills in every variable that is defined, as psql does: never in quotes, never after "::", and in a
  /// value without quotes once more. A ":{?name}" becomes TRUE or FALSE. Throws Error(source) without a place
  /// where values would make it grow without end.
  FilledIn(std::string_view text, const Variables& variables);

  [[nodiscard]] const std::string& sql() const noexcept { return sql_; }
  [[nodiscard]] bool changed() const noexcept { return !anchors_.empty(); }
  /// The variables that were filled in.
  [[nodiscard]] const VariableNames& used() const noexcept { return used_; }
  /// The offset in the text as written that an offset in the SQL comes from.
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
