#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace runner {

/// What a value becomes before it is formatted.
template <typename Value>
using Part = std::conditional_t<std::is_arithmetic_v<Value>, Value, std::string>;

/// Text that can do nothing but be read, neither to a terminal nor to the program that reads a log. It is
/// made of words of our own, and of what visible() makes of the words of others: no other text has a way
/// to the screen.
class Clean {
 public:
  Clean() = default;
  /// Words of our own, with the colours and line ends that are meant.
  template <std::size_t N>
  Clean(const char (&own)[N]) : text_(own) {}  // NOLINT(*-explicit-*): they are written in place

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  operator std::string_view() const noexcept { return text_; }  // NOLINT(*-explicit-*): it may be read
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  /// The first bytes of it; where they end must be the end of a character.
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

/// A name or another piece of a line that another program or user has written. Shown as "\x1b" or "U+202E" is
/// what moves a cursor, changes the direction of what follows or is not UTF-8, and what stands in it for a
/// line end. A CI's command in it is broken: where "::" begins it, "##[" and the like are in it.
[[nodiscard]] Clean visible(std::string_view foreign);

/// The same, of a line that has tabs. An offset in it becomes that in what is shown.
[[nodiscard]] Clean visible_line(std::string_view foreign, std::size_t* offset = nullptr);

/// Every line of a text, with this between them.
[[nodiscard]] Clean visible_lines(std::string_view foreign, const Clean& between);

/// A JSON document as written by a library, spelled so that it is as harmless: its values stay the same.
[[nodiscard]] Clean safe_json(std::string_view document);

/// So many blanks, or other signs.
[[nodiscard]] Clean blanks(std::size_t count, char sign = ' ');

/// As fmt::format does it. Strings go through visible().
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
