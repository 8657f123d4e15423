#include "location.hpp"

#include <algorithm>
#include <utility>

#include "utf8.hpp"

namespace runner {
namespace {

constexpr std::size_t kLongestExcerpt = 72;
constexpr std::string_view kCut = "…";

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::string_view line_around(std::string_view text, std::size_t offset) {
  const std::size_t start = line_start(text, offset);
  const std::size_t end = std::min(text.find('\n', start), text.size());
  return text.substr(start, end - start);
}

std::string_view characters(std::string_view text, std::size_t first, std::size_t count) {
  const std::size_t begin = offset_of_character(text, first);
  const std::string_view rest = text.substr(begin);
  return rest.substr(0, offset_of_character(rest, count + 1));
}

// Keeps the column visible, a third of the way into the excerpt.
void set_excerpt(Place& place, std::string_view line) {
  const std::size_t length = character_count(line);
  if (length <= kLongestExcerpt) {
    place.excerpt = line;
    place.caret = place.column;
    return;
  }
  const std::size_t lead = kLongestExcerpt / 3;
  const std::size_t latest_start = length - kLongestExcerpt + 1;
  const std::size_t wanted_start = place.column > lead ? place.column - lead : 1;
  const std::size_t start = std::min(wanted_start, latest_start);
  const bool cut_before = start > 1;
  const bool cut_after = start < latest_start;
  place.excerpt = std::string(cut_before ? kCut : "") +
                  std::string(characters(line, start, kLongestExcerpt)) + std::string(cut_after ? kCut : "");
  if (place.column > 0) place.caret = place.column - start + 1 + (cut_before ? 1 : 0);
}

}  // namespace

Location locate(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const std::size_t start = line_start(text, offset);
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          1 + character_count(before.substr(start))};
}

Place place_at(std::string path, std::string_view text, std::size_t offset) {
  const Location location = locate(text, offset);
  Place place{std::move(path), location.line, location.column, {}, 0};
  set_excerpt(place, line_around(text, std::min(offset, text.size())));
  return place;
}

Place line_at(std::string path, std::string_view text, std::size_t offset) {
  Place place{std::move(path), locate(text, offset).line, 0, {}, 0};
  set_excerpt(place, line_around(text, std::min(offset, text.size())));
  return place;
}

}  // namespace runner
