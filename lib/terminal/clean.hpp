#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace runner {

/// The type of a value when it is formatted.
template <typename Value>
using Part = std::conditional_t<std::is_arithmetic_v<Value>, Value, std::string>;

/// Text that is safe to show: it can control neither a terminal nor a program that reads a log. It consists
/// of runner's own words, and of foreign text that went through visible(). No other text can reach the
/// screen.
class Clean {
 public:
  Clean() = default;
  /// Runner's own words, with intended colours and line ends.
  template <std::size_t N>
  Clean(const char (&own)[N]) : text_(own) {}  // NOLINT(*-explicit-*): they are written in place

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  operator std::string_view() const noexcept { return text_; }  // NOLINT(*-explicit-*): it may be read
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  /// The first bytes of it. They must end where a character ends.
  [[nodiscard]] Clean first(std::size_t size) const { return Clean(text_.substr(0, size)); }

  Clean& operator+=(const Clean& other) {
    text_ += other.text_;
    return *this;
  }
  friend Clean operator+(Clean left, const Clean& right) { return left += right; }
  friend bool operator==(const Clean& left, std::string_view right) { return left.text_ == right; }
  friend std::ostream& operator<<(std::ostream& out, const Clean& text) { return out << text.text_; }

 private:
  explicit Clean(std::string text) : text_(std::move(text)) {}

  template <typename Value>
  static Part<Value> part_of(const Value& value);

  friend Clean visible(std::string_view);
  friend Clean visible_line(std::string_view, std::size_t*);
  friend Clean safe_json(std::string_view);
  friend Clean blanks(std::size_t, char);
  template <typename... Values>
  friend Clean clean(fmt::format_string<Part<Values>...> format, const Values&... values);

  std::string text_;
};

/// A name or part of a line from another program or user, safe to show. Escapes as "\x1b" or "U+202E" what
/// moves a cursor, changes the direction of text, is not UTF-8 or ends a line. Breaks a CI's commands: "::"
/// at the start, "##[" and the like anywhere.
[[nodiscard]] Clean visible(std::string_view foreign);

/// The same for a line, which keeps its tabs. Moves an offset in the text to the same place in the result.
[[nodiscard]] Clean visible_line(std::string_view foreign, std::size_t* offset = nullptr);

/// Every line of a text, with "between" between them.
[[nodiscard]] Clean visible_lines(std::string_view foreign, const Clean& between);

/// A JSON document from a library, escaped to be equally safe. Its values stay the same.
[[nodiscard]] Clean safe_json(std::string_view document);

[[nodiscard]] Clean blanks(std::size_t count, char sign = ' ');

/// Formats as fmt::format does. Strings go through visible().
template <typename... Values>
[[nodiscard]] Clean clean(fmt::format_string<Part<Values>...> format, const Values&... values) {
  return Clean(fmt::format(format, Clean::part_of(values)...));
}

template <typename Value>
Part<Value> Clean::part_of(const Value& value) {
  static_assert(!std::is_same_v<Value, char>, "it may be a part of a character");
  if constexpr (std::is_arithmetic_v<Value>) {
    return value;
  } else if constexpr (std::is_same_v<Value, Clean>) {
    return value.text();
  } else {
    return visible(value).text();
  }
}

}  // namespace runner
