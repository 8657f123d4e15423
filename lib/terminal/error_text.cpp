#include "error_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "sql/text.hpp"

namespace runner {
namespace {

constexpr std::string_view kIndent = "    ";

std::string place_text(const Place& place) {
  if (place.line == 0) return place.path + ": ";
  if (place.column == 0) return fmt::format("{}:{}: ", place.path, place.line);
  return fmt::format("{}:{}:{}: ", place.path, place.line, place.column);
}

// A tab stays a tab, so that the caret stands right however wide tabs are shown.
std::string caret_line(const Place& place) {
  const std::string_view before =
      std::string_view(place.excerpt).substr(0, offset_of_character(place.excerpt, place.caret));
  std::string blank;
  std::size_t start = 0;
  for (std::size_t tab = before.find('\t'); tab != std::string_view::npos; tab = before.find('\t', start)) {
    blank += std::string(display_width(before.substr(start, tab - start)), ' ') + '\t';
    start = tab + 1;
  }
  return blank + std::string(display_width(before.substr(start)), ' ') + "^";
}

std::string excerpt_text(const Place& place, const Style& style) {
  if (place.excerpt.empty()) return {};
  std::string text = fmt::format("{}{}\n", kIndent, place.excerpt);
  if (place.caret > 0) text += fmt::format("{}{}\n", kIndent, style.paint(Tone::bad, caret_line(place)));
  return text;
}

// Further lines stand under the first one. What begins with a blank is laid out in columns, as a
// difference is: it stands under its label.
std::string labelled(std::string_view label, std::string_view content, const Style& style) {
  if (content.empty()) return {};
  std::string text = style.paint(Tone::strong, fmt::format("{}:", label));
  const std::vector<std::string_view> lines = lines_of(content);
  const bool laid_out = content.starts_with(' ');
  for (const std::string_view line : lines) {
    const bool first = line.data() == lines.front().data() && !laid_out;
    text += fmt::format("{}{}", first ? " " : "\n  ", line);
  }
  return text + "\n";
}

// GitHub ends a command at a line end, and a property at a comma or colon.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    const bool special = c == '%' || c == '\n' || c == '\r' || (property && (c == ':' || c == ','));
    result += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return result;
}

// The error alone. Its hint is left out when it was given before.
std::string text_of(const Error& error, const Style& style, std::set<std::string>& hints) {
  std::string text = error.place() ? place_text(*error.place()) : "";
  text += style.paint(Tone::bad, "error:") + " " + error.message();
  if (!error.sqlstate().empty()) text += style.paint(Tone::faint, fmt::format(" [{}]", error.sqlstate()));
  text += "\n";
  if (error.place()) text += excerpt_text(*error.place(), style);
  text += labelled("detail", error.detail(), style);
  text += labelled("context", error.context(), style);
  const bool new_hint = hints.insert(error.hint()).second;
  return text + labelled("hint", new_hint ? error.hint() : "", style);
}

std::string annotation(const Error& error) {
  std::string properties;
  if (const auto& place = error.place()) {
    properties = fmt::format(" file={}", escaped(place->path, true));
    if (place->line > 0) properties += fmt::format(",line={}", place->line);
    if (place->column > 0) properties += fmt::format(",col={}", place->column);
  }
  std::string message = error.message();
  if (!error.detail().empty()) message += "\n" + error.detail();
  if (!error.hint().empty()) message += "\n" + error.hint();
  return fmt::format("::error{}::{}\n", properties, escaped(message, false));
}

// With a last one that stands for those that are not shown.
std::vector<Error> errors_to_print(const Error& error) {
  std::vector<Error> printed = shown_errors(error);
  const std::size_t all = 1 + error.others().size();
  const std::size_t more = all - printed.size();
  if (more > 0) {
    printed.emplace_back(error.kind(), fmt::format("{} more {} not shown: there are {} errors", more,
                                                   more == 1 ? "is" : "are", all));
  }
  return printed;
}

}  // namespace

std::vector<Error> shown_errors(const Error& error) {
  std::vector<Error> shown{error};
  const std::size_t others = std::min(error.others().size(), kMostErrorsShown - 1);
  std::copy_n(error.others().begin(), others, std::back_inserter(shown));
  return shown;
}

std::string error_text(const Error& error, const Style& style) {
  std::string text;
  std::set<std::string> hints;
  for (const Error& each : errors_to_print(error)) text += text_of(each, style, hints);
  return text;
}

std::string github_annotation(const Error& error) {
  std::string text;
  for (const Error& each : errors_to_print(error)) text += annotation(each);
  return text;
}

}  // namespace runner
