#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "comments.hpp"

namespace runner {

/// The directives that runner knows.
inline constexpr std::array<std::string_view, 5> kDirectives{"no-transaction", "lock-timeout",
                                                             "statement-timeout", "irreversible", "secret"};

/// Reads line comments: only they can hold directives. A directive in a block comment is commented out.
class LineComments {
 public:
  explicit LineComments(std::string_view gap) : comments_(gap) {}

  std::optional<std::string_view> next() {
    auto comment = comments_.next();
    while (comment && !comment->starts_with("--")) comment = comments_.next();
    return comment;
  }

 private:
  CommentReader comments_;
};

/// The words of a line comment after its "--".
[[nodiscard]] std::string_view words_of(std::string_view comment);

[[nodiscard]] std::string_view first_word(std::string_view words);

/// What follows "-- runner:", without a trailing "-- remark". Nothing when the comment is no directive.
[[nodiscard]] std::optional<std::string_view> directive_in(std::string_view comment);

/// Offset of the first directive line in a text of white space and comments, if there is one.
[[nodiscard]] std::optional<std::size_t> find_directive(std::string_view gap);

/// Offset of the first line that begins another tool's rollback section, for example
/// "-- +goose Down", "-- migrate:down" or "-- +migrate Down".
[[nodiscard]] std::optional<std::size_t> find_down_section(std::string_view gap);

}  // namespace runner
