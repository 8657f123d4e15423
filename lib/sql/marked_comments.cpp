#include "marked_comments.hpp"

#include <algorithm>

#include "text/strings.hpp"

namespace runner {
namespace {

constexpr std::string_view kMarker = "runner";

// The words without a remark after them: "10s -- for this file".
std::string_view without_remark(std::string_view words) {
  bool quoted = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '"') quoted = !quoted;
    if (!quoted && words.substr(at).starts_with("--")) return trimmed(words.substr(0, at));
  }
  return words;
}

bool is_known(std::string_view name) {
  return std::ranges::any_of(kDirectives,
                             [&](std::string_view known) { return equals_ignoring_case(name, known); });
}

}  // namespace

std::string_view words_of(std::string_view comment) { return trimmed(comment.substr(2)); }

std::string_view first_word(std::string_view words) { return words.substr(0, words.find_first_of(" \t\n")); }

// Any other spelling, such as "-- Runner :", counts only before a known directive.
std::optional<std::string_view> directive_in(std::string_view comment) {
  const std::string_view words = words_of(comment);
  if (!equals_ignoring_case(words.substr(0, kMarker.size()), kMarker)) return std::nullopt;
  const std::string_view rest = trimmed(words.substr(kMarker.size()));
  if (!rest.starts_with(':')) return std::nullopt;
  const std::string_view directive = without_remark(trimmed(rest.substr(1)));
  const bool as_documented = words.starts_with("runner:");
  return as_documented || is_known(first_word(directive)) ? std::optional(directive) : std::nullopt;
}

std::optional<std::size_t> find_directive(std::string_view gap) {
  LineComments comments(gap);
  while (const auto comment = comments.next()) {
    if (directive_in(*comment)) return offset_in(gap, *comment);
  }
  return std::nullopt;
}

std::optional<std::size_t> find_down_section(std::string_view gap) {
  LineComments comments(gap);
  while (const auto comment = comments.next()) {
    for (const std::string_view marker : {"+goose down", "+migrate down", "migrate:down"}) {
      if (equals_ignoring_case(words_of(*comment).substr(0, marker.size()), marker))
        return offset_in(gap, *comment);
    }
  }
  return std::nullopt;
}

}  // namespace runner
